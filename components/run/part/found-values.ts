import { call } from "@/lib/api/client/call";
import { getRunState } from "@/lib/api/contract/runs";
import type { RunView } from "@/workflows/events/run-view";
import type { JsonObject } from "@/workflows/graph/json";

/**
 * What all channels held when a node began its last visit of a run; undefined where it was not visited or the state
 * is not kept any more.
 */
export async function foundValues(view: RunView | null, nodeId: string): Promise<JsonObject | undefined> {
  // A node that shares its name with a channel has a mark behind it there.
  const step = view?.checkpoints.findLast(({ next }) =>
    next.some((name) => name.replace(/~$/, "") === nodeId),
  );
  if (!view || !step) return undefined;
  try {
    const params = { id: view.runId, checkpointId: step.checkpointId };
    return (await call(getRunState, { params })).values;
  } catch {
    return undefined;
  }
}
