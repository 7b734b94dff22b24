import { z } from "zod";
import { jsonSchema } from "@/workflows/graph/json";
import { endpoint } from "./endpoint";

const tag = "Events";

/** An address that works no more: 409 with `data.state`. */
export const receiveEvent = endpoint({
  method: "post",
  path: "/events/{token}",
  access: "anyone",
  tag,
  summary: "Tell a run of an event at the address that it gave out; it works once",
  params: z.strictObject({ token: z.string().min(1).max(200) }),
  body: jsonSchema,
});
export const sendEvent = endpoint({
  method: "post",
  path: "/events",
  access: "interrupt.answer",
  tag,
  summary: "Wake the runs that wait for the event of a key",
  body: z.strictObject({
    key: z.string().trim().min(1).max(200).describe("As the Wait node's event key comes out"),
    payload: jsonSchema.default(null).describe("Checked against the JSON schema of the Wait node"),
  }),
  response: z.object({
    /** How many pauses it ended. */
    woken: z.int(),
  }),
});
