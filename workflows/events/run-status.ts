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

/** What lists of runs are asked for; `failed` is everything that ended with a problem. */
export const askedStatuses = [...runStatuses, "failed"] as const;
export type AskedStatus = (typeof askedStatuses)[number];
export const failedStatuses = ["error", "timeout"] as const satisfies readonly RunStatus[];

export const terminalStatuses: ReadonlySet<RunStatus> = new Set(["success", "error", "timeout", "cancelled"]);

export const threadStatuses = ["idle", "busy", "interrupted", "error"] as const;
