import type { RunStatus } from "@/workflows/events/run-status";
import { acquireSocket } from "./socket";

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
  const { socket, release } = acquireSocket();

  const join = () => {
    // What changed between the first look and the moment of joining, or while the connection was away, was not heard.
    socket.emit("runs:join", () => onChange([]));
  };
  const receive = (message: { runs: RunChange[] }) => onChange(message.runs);

  socket.on("connect", join);
  socket.on("runs:changed", receive);
  if (socket.connected) join();
  return () => {
    socket.off("connect", join);
    socket.off("runs:changed", receive);
    if (socket.connected) socket.emit("runs:leave");
    release();
  };
}
