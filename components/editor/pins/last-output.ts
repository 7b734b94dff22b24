import type { RunView } from "@/workflows/events/run-view";
import { jsonObjectSchema } from "@/workflows/graph/json";
import type { Pin } from "@/workflows/graph/pin";

/** What a node gave the last time it finished in a run, as it would be pinned. */
export function lastOutput(view: RunView | null, nodeId: string): Pin | undefined {
  const span = view?.spans.findLast(
    (each) => each.kind === "node" && each.nodeId === nodeId && each.status === "done",
  );
  const update = jsonObjectSchema.safeParse(span?.output ?? {});
  return span?.port !== undefined && update.success ? { port: span.port, update: update.data } : undefined;
}
