/** The installation's limits, for workspaces that set none. */
export interface RunLimits {
  running: number;
  queued: number;
}

export const defaultLimits: RunLimits = { running: 500, queued: 10_000 };
