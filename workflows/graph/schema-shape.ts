import { z } from "zod";
import { type FieldHints, fieldHints } from "@/workflows/nodes/field";

/** What a walk needs to know of a zod schema: its form hints, and what lies inside. */
export interface SchemaShape {
  /** The first hints on the way through optional, default and the like. */
  hints: FieldHints | undefined;
  inside:
    | { kind: "object"; children: readonly (readonly [key: string, schema: z.ZodType])[] }
    | { kind: "list"; element: z.ZodType }
    | { kind: "record"; element: z.ZodType }
    | { kind: "union"; options: readonly z.ZodType[] }
    | { kind: "value" };
}

const known = new WeakMap<z.ZodType, SchemaShape>();

/** Kept per schema: asking zod for its insides costs more than walking the values. */
export function shapeOf(schema: z.ZodType): SchemaShape {
  const shape = known.get(schema) ?? shapeFresh(schema);
  known.set(schema, shape);
  return shape;
}

function shapeFresh(schema: z.ZodType): SchemaShape {
  let current = schema;
  let hints = fieldHints(schema);
  for (let inner = innerOf(current); inner; inner = innerOf(current)) {
    current = inner;
    hints ??= fieldHints(current);
  }
  return { hints, inside: insideOf(current) };
}

function insideOf(schema: z.ZodType): SchemaShape["inside"] {
  if (schema instanceof z.ZodObject) {
    const children = Object.entries(schema.shape).filter((entry): entry is [string, z.ZodType] =>
      isSchema(entry[1]),
    );
    return { kind: "object", children };
  }
  if (schema instanceof z.ZodArray && isSchema(schema.element)) {
    return { kind: "list", element: schema.element };
  }
  if (schema instanceof z.ZodRecord && isSchema(schema.valueType)) {
    return { kind: "record", element: schema.valueType };
  }
  if (schema instanceof z.ZodUnion) return { kind: "union", options: schema.options.filter(isSchema) };
  return { kind: "value" };
}

function innerOf(schema: z.ZodType): z.ZodType | undefined {
  const wraps =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly;
  const inner: unknown = wraps ? schema.unwrap() : schema instanceof z.ZodPipe ? schema.in : undefined;
  return isSchema(inner) ? inner : undefined;
}

/** zod types its insides by its core; every schema made with `z` is a ZodType. */
function isSchema(schema: unknown): schema is z.ZodType {
  return schema instanceof z.ZodType;
}
