import { z } from "zod";

/** More places than any database has connections for are a typing error. */
const running = z.int().min(1).max(100_000);
const queued = z.int().min(0).max(1_000_000);

/** Limits that a workspace sets for itself; what is absent is the installation's. */
export const workspaceLimitsSchema = z.strictObject({
  /** Its runs that may be in progress: at work, or next in the queue. One that waits for people is not. */
  running: running.optional(),
  /** Its runs that may wait for their turn. One more is refused. */
  queued: queued.optional(),
});
export type WorkspaceLimits = z.infer<typeof workspaceLimitsSchema>;

/** Limits of one agent, inside its workspace's. */
export const agentLimitsSchema = z.strictObject({
  /** Its runs that may be in progress. */
  running: running.optional(),
});
export type AgentLimits = z.infer<typeof agentLimitsSchema>;

/** The installation's own, for workspaces that set none. */
export interface RunLimits {
  running: number;
  queued: number;
}

export const defaultLimits: RunLimits = { running: 500, queued: 10_000 };
