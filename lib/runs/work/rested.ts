/** A run that works no more: it has ended, or waits for an answer. */
export interface Rested {
  runId: string;
  workspaceId: string;
  threadId: string;
}
