import { schemaErrors } from "@/workflows/data/schema/schema-errors";
import type { Json, JsonObject } from "@/workflows/graph/json";

/** Why what an event brings is not what is waited for; undefined where it is. */
export function eventProblem(payload: Json, schema: JsonObject | undefined): string | undefined {
  if (!schema) return undefined;
  const [first, ...others] = schemaErrors(payload, schema);
  if (!first) return undefined;
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  return `${first.path ? `${first.path}: ` : ""}${first.message}${more}`;
}
