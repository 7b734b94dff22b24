import { z } from "zod";
import { portNameSchema } from "./edge";
import { jsonObjectSchema } from "./json";

/** A result that stands in for a node while its graph is tried out: what it would write, and the port it leaves by. */
export const pinSchema = z.strictObject({ port: portNameSchema, update: jsonObjectSchema });
export type Pin = z.infer<typeof pinSchema>;
