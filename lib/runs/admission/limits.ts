/** The installation's limits, for workspaces that set none. */
export interface RunLimits {
  running: number;
  queued: number;
}

/** How many runs of all workspaces may wait. */
export const defaultInstallationLimit = 100_000;

export const defaultLimits: RunLimits = { running: 500, queued: 10_000 };
