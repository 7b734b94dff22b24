import type { ShownStatus } from "@/components/run/store/run-context";
import type { Tone } from "@/components/ui/tone";

/** How a node's state in the shown run looks on its card; from afar it fills the card. */
export const nodeStatusLook: Record<ShownStatus, { tone: Tone; word: string; border: string; far: string }> =
  {
    running: {
      tone: "running",
      word: "Running",
      border: "border-running",
      far: "bg-running outline-running",
    },
    done: { tone: "done", word: "Done", border: "border-border", far: "bg-done-soft outline-done-line" },
    waiting: {
      tone: "waiting",
      word: "Waiting for a person",
      border: "border-waiting bg-waiting-soft",
      far: "bg-waiting outline-waiting",
    },
    skipped: { tone: "neutral", word: "Not run", border: "border-border bg-muted/40", far: "bg-muted" },
    failed: { tone: "failed", word: "Failed", border: "border-failed", far: "bg-failed outline-failed" },
  };
