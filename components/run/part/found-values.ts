import { call } from "@/lib/api/client/call";
import { getRunState } from "@/lib/api/contract/runs";
import type { CheckpointView, RunView } from "@/workflows/events/run-view";
import type { JsonObject } from "@/workflows/graph/json";

export interface Found {
  values: JsonObject;
  /** The run came to the node, and these are the values it found; else those that the run ended or stands with. */
  visited: boolean;
}

/** What all channels of a run held for a node; undefined where no run is shown or its state is not kept any more. */
export async function foundValues(view: RunView | null, nodeId: string): Promise<Found | undefined> {
  const before = view?.checkpoints.findLast((step) => leadsTo(step, nodeId));
  const step = before ?? view?.checkpoints.at(-1);
  if (!view || !step) return undefined;
  try {
    const params = { id: view.runId, checkpointId: step.checkpointId };
    return { values: (await call(getRunState, { params })).values, visited: before !== undefined };
  } catch {
    return undefined;
  }
}

/** A node that shares its name with a channel has a mark behind it there. */
function leadsTo({ next }: CheckpointView, nodeId: string): boolean {
  return next.some((name) => name.replace(/~$/, "") === nodeId);
}
