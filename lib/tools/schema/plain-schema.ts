import type { Json, JsonObject } from "@/workflows/graph/json";

/** How much of a schema models get to see. What lies beyond is any value: a model is not helped by more. */
const mostParts = 400;
const deepest = 10;
const longestText = 500;

/** What of a schema says something of the value; `pattern` is left out, as its dialect and cost are the author's. */
const copied = [
  "type",
  "format",
  "enum",
  "const",
  "default",
  "minimum",
  "maximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "uniqueItems",
  "minProperties",
  "maxProperties",
  "required",
] as const;

/**
 * An OpenAPI schema as a JSON schema without references, in which circles and depths are cut off as any value.
 * OpenAPI 3.0's own words (`nullable`, boolean `exclusiveMinimum`) become those of JSON Schema.
 */
export function plainSchema(schema: unknown): JsonObject {
  let parts = 0;
  const above = new Set<object>();

  function walk(value: unknown, depth: number): JsonObject {
    if (!isRecord(value)) return {};
    parts += 1;
    if (parts > mostParts || depth > deepest || above.has(value) || typeof value.$ref === "string") {
      return described(value, {});
    }
    above.add(value);
    const plain = nullable(value, merged(described(value, converted(value, depth))));
    above.delete(value);
    return plain;
  }

  function converted(value: Record<string, unknown>, depth: number): JsonObject {
    const inner = (part: unknown) => walk(part, depth + 1);
    const plain: JsonObject = {};
    for (const word of copied) {
      const kept = jsonOf(value[word]);
      if (kept !== undefined) plain[word] = kept;
    }
    Object.assign(plain, bounds(value));
    if (isRecord(value.properties)) {
      const kept = Object.entries(value.properties).filter(
        ([, part]) => !isRecord(part) || part.readOnly !== true,
      );
      plain.properties = Object.fromEntries(kept.map(([name, part]) => [name, inner(part)]));
      plain.type ??= "object";
      const names = new Set(kept.map(([name]) => name));
      if (Array.isArray(plain.required))
        plain.required = plain.required.filter((name) => typeof name === "string" && names.has(name));
    }
    if (isRecord(value.items)) plain.items = inner(value.items);
    if (typeof value.additionalProperties === "boolean")
      plain.additionalProperties = value.additionalProperties;
    if (isRecord(value.additionalProperties)) plain.additionalProperties = inner(value.additionalProperties);
    for (const word of ["allOf", "anyOf", "oneOf"] as const) {
      if (Array.isArray(value[word])) plain[word] = value[word].map(inner);
    }
    return plain;
  }

  return walk(schema, 0);
}

/** `allOf` of objects is one object: most providers know no `allOf`. */
function merged(plain: JsonObject): JsonObject {
  const { allOf, ...rest } = plain;
  if (!Array.isArray(allOf)) return plain;
  const parts = [rest, ...allOf.filter(isJsonRecord)];
  if (!parts.every((part) => part.type === undefined || part.type === "object" || parts.length === 1)) {
    const [only] = allOf;
    return allOf.length === 1 && isJsonRecord(only) ? { ...only, ...rest } : plain;
  }
  const properties = Object.assign({}, ...parts.map((part) => part.properties ?? {}));
  const required = [...new Set(parts.flatMap((part) => (Array.isArray(part.required) ? part.required : [])))];
  return {
    ...Object.assign({}, ...parts.toReversed()),
    ...(Object.keys(properties).length > 0 && { type: "object", properties }),
    ...(required.length > 0 && { required }),
  };
}

function described(value: Record<string, unknown>, plain: JsonObject): JsonObject {
  const description = typeof value.description === "string" ? value.description.trim() : "";
  return description ? { ...plain, description: description.slice(0, longestText) } : plain;
}

/** In 3.0 `exclusiveMinimum` is a word beside `minimum`, in 3.1 a number of its own. */
function bounds(value: Record<string, unknown>): JsonObject {
  const own: JsonObject = {};
  for (const [exclusive, bound] of [
    ["exclusiveMinimum", "minimum"],
    ["exclusiveMaximum", "maximum"],
  ] as const) {
    const given = value[exclusive] === true ? value[bound] : value[exclusive];
    if (typeof given === "number") own[exclusive] = given;
  }
  return own;
}

function nullable(value: Record<string, unknown>, plain: JsonObject): JsonObject {
  if (value.nullable !== true || plain.type === undefined) return plain;
  const types = Array.isArray(plain.type) ? plain.type : [plain.type];
  const { enum: choices } = plain;
  return {
    ...plain,
    type: [...new Set([...types, "null"])],
    ...(Array.isArray(choices) && !choices.includes(null) && { enum: [...choices, null] }),
  };
}

/** Only what is JSON and cannot go round in circles: texts, numbers, truth values, and lists of those. */
function jsonOf(value: unknown): Json | undefined {
  if (value === null || ["string", "number", "boolean"].includes(typeof value))
    return isJsonLeaf(value) ? value : undefined;
  if (!Array.isArray(value)) return undefined;
  return value.filter(isJsonLeaf);
}

const isJsonLeaf = (value: unknown): value is string | number | boolean | null =>
  value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isJsonRecord = (value: Json | undefined): value is JsonObject => isRecord(value);
