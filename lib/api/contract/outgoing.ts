import { z } from "zod";
import { endpoint, time } from "./endpoint";

const tag = "Outgoing calls";

/** How calls to one model or host fare, over all processes. */
export const breakerSchema = z.object({
  /** Names it in other calls. Of a model: `provider:<workspace>:<connection>/<model>`. */
  key: z.string(),
  kind: z.enum(["provider", "host", "tool"]),
  name: z.string(),
  /** The connection that a provider's breaker stands before. */
  connectionId: z.string().nullable(),
  /** closed: calls go out although some failed; open: none goes out; half_open: one is on its way to see. */
  state: z.enum(["closed", "open", "half_open"]),
  /** In a row; the most of any process. */
  failures: z.int(),
  since: time,
  lastError: z.string().nullable(),
  /** When an open one lets a call through. */
  retryAt: time.nullable(),
  /** How many processes see it in this state. */
  processes: z.int(),
});
export const listBreakers = endpoint({
  method: "get",
  path: "/outgoing/breakers",
  access: "model.read",
  tag,
  summary: "Models and hosts whose calls fail at the moment",
  response: z.object({ items: z.array(breakerSchema) }),
});
export const tryBreaker = endpoint({
  method: "post",
  path: "/outgoing/breakers/try",
  access: "model.manage",
  tag,
  summary: "Let the next call to a model or host through at once",
  body: z.strictObject({ key: z.string().min(1).max(2_000) }),
});
