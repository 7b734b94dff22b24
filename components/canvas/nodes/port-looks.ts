import type { Port } from "@/workflows/nodes/port";

type Looks = Record<Port["meaning"], string>;

/** Colour of a port's dot by what the port means; as important as React Flow's own style of handles. */
export const portDots: Looks = {
  next: "!bg-muted-foreground/60",
  branch: "!bg-category-data",
  answer: "!bg-category-model",
  error: "!bg-failed",
  limit: "!bg-waiting",
  timeout: "!bg-waiting",
};

/** Colour of a port's name. */
export const portWords: Looks = {
  next: "text-muted-foreground",
  branch: "text-category-data",
  answer: "text-category-model",
  error: "text-failed-ink",
  limit: "text-waiting-ink",
  timeout: "text-waiting-ink",
};

/** Colour of the edges that leave by it; those of the common ports stay quiet. */
export const portEdges: Looks = {
  next: "var(--edge, var(--muted-foreground))",
  branch: "var(--edge, var(--muted-foreground))",
  answer: "var(--edge, var(--muted-foreground))",
  error: "var(--failed)",
  limit: "var(--waiting)",
  timeout: "var(--waiting)",
};
