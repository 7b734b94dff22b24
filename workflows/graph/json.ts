import { z } from "zod";
import { isDeeperThan, maxValueDepth } from "./json-depth";

/** A value that survives JSON.stringify and Postgres jsonb unchanged. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

const shallow = z.unknown().refine((value) => !isDeeperThan(value, maxValueDepth), {
  error: `Nested more than ${maxValueDepth} levels deep`,
});

export const jsonSchema: z.ZodType<Json> = shallow.pipe(z.json());
export const jsonObjectSchema: z.ZodType<JsonObject> = z.record(z.string(), jsonSchema);

/** Whether a value is an object, neither a list nor null. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
