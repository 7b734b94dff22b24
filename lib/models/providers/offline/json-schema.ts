import { z } from "zod";

/** The parts of JSON Schema that filling a form looks at. */
export interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  format?: string;
  description?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxLength?: number;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  definitions?: Record<string, JsonSchema>;
}

const schema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.looseObject({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    properties: z.record(z.string(), part).optional(),
    required: z.array(z.string()).optional(),
    items: part.optional(),
    enum: z.array(z.unknown()).optional(),
    anyOf: z.array(part).optional(),
    oneOf: z.array(part).optional(),
    allOf: z.array(part).optional(),
    format: z.string().optional(),
    description: z.string().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minItems: z.number().optional(),
    maxLength: z.number().optional(),
    $ref: z.string().optional(),
    $defs: z.record(z.string(), part).optional(),
    definitions: z.record(z.string(), part).optional(),
  }),
);
/** `true`, tuples and what else there is accept anything, which the empty schema says too. */
const part: z.ZodType<JsonSchema> = schema.catch({});

export function parseJsonSchema(value: unknown): JsonSchema {
  return part.parse(value);
}

/** Follows a local reference and chooses the first alternative that is not null. */
export function resolveSchema(given: JsonSchema, root: JsonSchema, depth = 0): JsonSchema {
  if (depth > 10) return {};
  const name = /^#\/(?:\$defs|definitions)\/(.+)$/.exec(given.$ref ?? "")?.[1];
  const target = name ? (root.$defs?.[name] ?? root.definitions?.[name]) : undefined;
  if (target) return resolveSchema(target, root, depth + 1);
  const options = given.anyOf ?? given.oneOf;
  const first = options?.find((option) => option.type !== "null");
  if (first)
    return resolveSchema({ ...given, anyOf: undefined, oneOf: undefined, ...first }, root, depth + 1);
  if (given.allOf) {
    const parts = given.allOf.map((entry) => resolveSchema(entry, root, depth + 1));
    return {
      ...Object.assign({}, ...parts, { ...given, allOf: undefined }),
      properties: Object.assign({}, ...parts.map((entry) => entry.properties), given.properties),
      required: parts.flatMap((entry) => entry.required ?? []).concat(given.required ?? []),
    };
  }
  return given;
}

/** The type that is not null; guessed from the keywords where none is given. */
export function typeOf(schema: JsonSchema): string {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? ""];
  const named = types.find((type) => type !== "null" && type !== "");
  if (named) return named;
  if (schema.properties) return "object";
  return schema.items ? "array" : "string";
}

export function allowsNull(schema: JsonSchema): boolean {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  if (types.includes("null") || schema.enum?.includes(null)) return true;
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].some(allowsNull);
}
