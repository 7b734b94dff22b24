import { z } from "zod";
import { endpoint, idParam } from "./endpoint";
import { runSchema } from "./runs";

export const replayRequestSchema = z.strictObject({
  /** The graph as it ran, or the agent's draft as it is now. */
  graph: z.enum(["as-it-ran", "draft"]).default("as-it-ran"),
  /** What becomes of it where it asks for what was not recorded: it ends there, or goes on with the world outside. */
  otherwise: z.enum(["stop", "live"]).default("stop"),
});

/** Runs a run's graph again on what it got from outside then. Nobody is called and nobody asked. */
export const replayRun = endpoint({
  method: "post",
  path: "/runs/{id}/replay",
  access: "run.create",
  tag: "Runs",
  summary: "Replay a run from its recording",
  params: idParam,
  body: replayRequestSchema,
  response: runSchema,
});
