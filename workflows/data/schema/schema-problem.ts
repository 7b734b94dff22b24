import type { JsonObject } from "@/workflows/graph/json";
import { allSchemas } from "./subschemas";

/** Where references may lead: into the schemas that are walked, so that each of them is guarded. */
const localReference = /^#(?:\/(?:\$defs|definitions)\/[^/]+)?$/;
const longestSchema = 200_000;

/** Why a JSON Schema cannot be used here; undefined where it can. */
export function schemaProblem(schema: JsonObject): string | undefined {
  if (JSON.stringify(schema).length > longestSchema) {
    return `The schema has more than ${longestSchema} characters.`;
  }
  for (const { patternProperties, $ref } of allSchemas(schema)) {
    if (patternProperties !== undefined) {
      return "patternProperties is not supported: use additionalProperties, with propertyNames for the names.";
    }
    if ($ref !== undefined && !(typeof $ref === "string" && localReference.test($ref))) {
      return `The reference ${JSON.stringify($ref)} leads elsewhere: put what it means under $defs and refer to it as #/$defs/name.`;
    }
  }
  return undefined;
}
