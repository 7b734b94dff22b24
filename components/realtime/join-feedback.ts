import { enterRuns } from "./runs-room";

/** A run of the workspace of which somebody said something, or took it back. */
export interface FeedbackChange {
  agentId: string;
  runId: string;
}

/**
 * Hears when something is said of runs of the workspace; null where something may have been missed. Returns how to
 * leave.
 */
export function joinFeedback(onChange: (change: FeedbackChange | null) => void): () => void {
  return enterRuns({
    onJoined: () => onChange(null),
    listen(socket) {
      socket.on("feedback:changed", onChange);
      return () => void socket.off("feedback:changed", onChange);
    },
  });
}
