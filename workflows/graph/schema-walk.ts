import { z } from "zod";
import type { FieldHints } from "@/workflows/nodes/field";
import { own } from "./record";
import { shapeOf } from "./schema-shape";

/** A value inside a config, with the form hints of its schema. */
export interface FieldValue {
  /** Dotted path, e.g. `conditions.0.when`. */
  path: string;
  /** The same, key by key: a key may hold a dot. */
  keys: readonly string[];
  value: unknown;
  hints: FieldHints | undefined;
}

/** Every value of a config that its schema describes, outer before inner; what the form hides is left out. */
export function fieldValues(schema: z.ZodType, value: unknown): FieldValue[] {
  const found: FieldValue[] = [];
  walk(schema, value, [], isShown, found);
  return found;
}

/** The same with what the form hides: it comes back when a choice is changed. */
export function allFieldValues(schema: z.ZodType, value: unknown): FieldValue[] {
  const found: FieldValue[] = [];
  walk(schema, value, [], () => true, found);
  return found;
}

/** The label of the field at a path, e.g. for a message; undefined where the schema names none. */
export function labelAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  let current: z.ZodType | undefined = schema;
  for (const key of path) current = current && childAt(current, String(key));
  return current && path.length > 0 ? shapeOf(current).hints?.label : undefined;
}

type Filter = (schema: z.ZodType, siblings: Readonly<Record<string, unknown>>) => boolean;

function walk(
  schema: z.ZodType,
  value: unknown,
  keys: readonly string[],
  filter: Filter,
  found: FieldValue[],
): void {
  if (keys.length > 0) found.push({ path: keys.join("."), keys, value, hints: shapeOf(schema).hints });
  for (const [key, child, item] of childrenOf(schema, value, filter)) {
    walk(child, item, [...keys, key], filter, found);
  }
}

type Child = [key: string, schema: z.ZodType, value: unknown];

function childrenOf(schema: z.ZodType, value: unknown, filter: Filter): Child[] {
  if (typeof value !== "object" || value === null) return [];
  const { inside } = shapeOf(schema);
  switch (inside.kind) {
    case "object": {
      const values: Record<string, unknown> = { ...value };
      return inside.children
        .filter(([, child]) => filter(child, values))
        .map(([key, child]) => [key, child, own(values, key)]);
    }
    case "list":
      return Array.isArray(value)
        ? value.map((item, index): Child => [String(index), inside.element, item])
        : [];
    case "record":
      return Object.entries(value).map(([key, item]): Child => [key, inside.element, item]);
    case "union": {
      const option =
        inside.options.find((candidate) => candidate.safeParse(value).success) ??
        inside.options.find((candidate) => isMeant(candidate, value));
      return option ? childrenOf(option, value, filter) : [];
    }
    case "value":
      return [];
  }
}

function childAt(schema: z.ZodType, key: string): z.ZodType | undefined {
  const { inside } = shapeOf(schema);
  switch (inside.kind) {
    case "object":
      return inside.children.find(([name]) => name === key)?.[1];
    case "list":
    case "record":
      return inside.element;
    case "union":
      return inside.options.map((option) => childAt(option, key)).find((child) => child !== undefined);
    case "value":
      return undefined;
  }
}

/** While a value is incomplete, its literal keys tell which option of a union it is meant to be. */
function isMeant(option: z.ZodType, value: object): boolean {
  const { inside } = shapeOf(option);
  if (inside.kind !== "object") return false;
  const literals = inside.children.filter(([, child]) => child instanceof z.ZodLiteral);
  const values: Record<string, unknown> = { ...value };
  return literals.length > 0 && literals.every(([key, child]) => child.safeParse(own(values, key)).success);
}

function isShown(schema: z.ZodType, siblings: Readonly<Record<string, unknown>>): boolean {
  const hints = shapeOf(schema).hints;
  const condition = hints?.showWhen;
  if (hints?.orFrom !== undefined && own(siblings, hints.orFrom) !== undefined) return false;
  return !condition || condition.in.some((allowed) => allowed === own(siblings, condition.field));
}
