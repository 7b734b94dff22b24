import type { RunStatus } from "@/workflows/events/run-status";
import { enterRuns } from "./runs-room";

/** A run of the workspace that came, or whose status changed. */
export interface RunChange {
  runId: string;
  agentId: string;
  status: RunStatus;
}

/**
 * Hears when runs of the workspace come or change their status; without names where there were too many, or some
 * may have been missed. Returns how to leave.
 */
export function joinRuns(onChange: (runs: readonly RunChange[]) => void): () => void {
  const receive = (message: { runs: RunChange[] }) => onChange(message.runs);
  return enterRuns({
    onJoined: () => onChange([]),
    listen(socket) {
      socket.on("runs:changed", receive);
      return () => void socket.off("runs:changed", receive);
    },
  });
}
