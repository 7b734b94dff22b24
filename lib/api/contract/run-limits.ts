import { z } from "zod";
import { endpoint, idParam } from "./endpoint";

const tag = "Limits of runs";

/** More places than any machine has are a typing error. */
const running = z.int().min(1, "At least 1").max(100_000, "At most 100,000");
const queued = z.int().min(0, "At least 0").max(1_000_000, "At most 1,000,000");

/** Limits that a workspace sets for itself; what is absent is the installation's. */
export const workspaceLimitsSchema = z.strictObject({
  /** Its runs that may be in progress: at work, or next in the queue. One that waits for an answer is not. */
  running: running.optional(),
  /** Its runs that may wait beyond those. One more is refused. */
  queued: queued.optional(),
});
export type WorkspaceLimits = z.infer<typeof workspaceLimitsSchema>;

/** Limits of one agent, inside its workspace's. */
export const agentLimitsSchema = z.strictObject({
  /** Its runs that may be in progress. */
  running: running.optional(),
});
export type AgentLimits = z.infer<typeof agentLimitsSchema>;

const limitsState = z.object({
  /** The workspace's own choices; what is absent is the installation's. */
  chosen: workspaceLimitsSchema,
  installation: workspaceLimitsSchema.required(),
  /** Its runs as they are: in progress, and waiting for a place, their conversation or their time. */
  now: z.object({ running: z.int(), waiting: z.int() }),
});
export type LimitsState = z.infer<typeof limitsState>;

export const getRunLimits = endpoint({
  method: "get",
  path: "/workspace/run-limits",
  access: "workspace.manage",
  tag,
  summary: "How many runs of the workspace may be in progress and may wait, and how many do",
  response: limitsState,
});
/** Runs that wait get their places within seconds where there are more of them now; none that has begun is stopped. */
export const setRunLimits = endpoint({
  method: "put",
  path: "/workspace/run-limits",
  access: "workspace.manage",
  tag,
  summary: "Choose how many runs of the workspace may be in progress and may wait",
  body: workspaceLimitsSchema,
  response: limitsState,
});
export const getAgentRunLimits = endpoint({
  method: "get",
  path: "/agents/{id}/run-limits",
  access: "workspace.manage",
  tag,
  summary: "How many runs of the agent may be in progress",
  params: idParam,
  response: agentLimitsSchema,
});
export const setAgentRunLimits = endpoint({
  method: "put",
  path: "/agents/{id}/run-limits",
  access: "workspace.manage",
  tag,
  summary:
    "Choose how many runs of the agent may be in progress; without one only the workspace's limit counts",
  params: idParam,
  body: agentLimitsSchema,
  response: agentLimitsSchema,
});
