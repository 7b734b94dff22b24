import { z } from "zod";

/** How the arguments of a call become a request. */
export const planSchema = z.strictObject({
  method: z.string(),
  path: z.string(),
  parameters: z.array(
    z.strictObject({
      /** The argument's name, where models can't use the parameter's own. */
      argument: z.string(),
      name: z.string(),
      in: z.enum(["path", "query", "header", "cookie"]),
      style: z.string(),
      explode: z.boolean(),
      /** It is sent as JSON. */
      json: z.boolean(),
    }),
  ),
  body: z.strictObject({ argument: z.string(), type: z.string() }).nullable(),
});
export type Plan = z.infer<typeof planSchema>;
export type PlannedParameter = Plan["parameters"][number];
