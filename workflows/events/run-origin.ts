import { z } from "zod";

/** What another run a run came from, and how. */
export const runOriginSchema = z.strictObject({
  /**
   * `fork`: goes on from one of its checkpoints; `rerun`: begins again before one of its nodes; `replay`: is given its
   * recorded results; `case`: tries a case of the agent's tests.
   */
  kind: z.enum(["fork", "rerun", "replay", "case"]),
  runId: z.string(),
  checkpointId: z.string().optional(),
  nodeId: z.string().optional(),
  /** What becomes of a replay, or of a case with mocks, where it asks for what was not recorded. */
  otherwise: z.enum(["stop", "live"]).optional(),
  /** The case that it tries, and whether on recorded results or on the world outside. */
  caseId: z.string().optional(),
  mocks: z.enum(["mocked", "live"]).optional(),
});
export type RunOrigin = z.infer<typeof runOriginSchema>;
