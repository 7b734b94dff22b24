import type { Json, JsonObject } from "@/workflows/graph/json";

const single = [
  "not",
  "if",
  "then",
  "else",
  "contains",
  "propertyNames",
  "additionalProperties",
  "unevaluatedProperties",
  "additionalItems",
  "unevaluatedItems",
  "items",
];
const lists = ["allOf", "anyOf", "oneOf", "prefixItems", "items"];
const maps = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies"];

/** The same schema with each schema right inside it replaced; anything else in it stays. */
export function mapSubschemas(schema: JsonObject, change: (inner: JsonObject) => JsonObject): JsonObject {
  const changed = (value: Json): Json => (isObject(value) ? change(value) : value);
  const entries = Object.entries(schema).map(([key, value]): [string, Json] => {
    if (lists.includes(key) && Array.isArray(value)) return [key, value.map(changed)];
    if (maps.includes(key) && isObject(value)) {
      return [key, Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, changed(inner)]))];
    }
    return [key, single.includes(key) ? changed(value) : value];
  });
  return Object.fromEntries(entries);
}

/** The schema and all schemas in it. */
export function allSchemas(schema: JsonObject): JsonObject[] {
  const found = [schema];
  mapSubschemas(schema, (inner) => {
    found.push(...allSchemas(inner));
    return inner;
  });
  return found;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
