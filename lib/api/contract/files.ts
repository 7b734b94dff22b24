import { z } from "zod";
import { endpoint, idParam, time } from "./endpoint";

const tag = "Runs";

const runFileSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Whose it is: the run's own, its conversation's or its agent's. */
  scope: z.enum(["run", "thread", "agent"]),
  contentType: z.string(),
  bytes: z.int(),
  writtenAt: time,
});
export type RunFile = z.infer<typeof runFileSchema>;

export const listRunFiles = endpoint({
  method: "get",
  path: "/runs/{id}/files",
  access: "run.read",
  tag,
  summary: "Files that a run sees: its own, those of its conversation and of its agent",
  params: idParam,
  response: z.object({ items: z.array(runFileSchema) }),
});
/** Always as an attachment: what nodes wrote is nothing that a browser should run. */
export const getRunFile = endpoint({
  method: "get",
  path: "/runs/{id}/files/{fileId}",
  access: "run.read",
  tag,
  summary: "The content of a file that a run sees",
  params: z.strictObject({ id: z.string().min(1).max(64), fileId: z.string().min(1).max(64) }),
});
