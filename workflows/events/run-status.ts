/** LangGraph's run statuses; its API has no `cancelled` and reads it as interrupted. */
export const runStatuses = [
  "pending",
  "running",
  "success",
  "error",
  "timeout",
  "interrupted",
  "cancelled",
] as const;
export type RunStatus = (typeof runStatuses)[number];

export const terminalStatuses: ReadonlySet<RunStatus> = new Set(["success", "error", "timeout", "cancelled"]);

export const threadStatuses = ["idle", "busy", "interrupted", "error"] as const;
