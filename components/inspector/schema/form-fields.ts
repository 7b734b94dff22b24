import { z } from "zod";
import type { Json } from "@/workflows/graph/json";
import { type Control, type FieldHints, fieldHints } from "@/workflows/nodes/field";

/** How a field is edited: what its hints say, or what its type implies. */
export type ControlKind = Control | "list";

export interface FormField {
  name: string;
  hints: FieldHints;
  control: ControlKind;
  /** May be left out; emptying it removes it. */
  optional: boolean;
  /** What holds while it is left out. */
  preset: Json | undefined;
  /** The allowed values, for a choice. */
  choices: readonly string[];
  /** The fields of one entry, for a list of objects. */
  entry: readonly FormField[];
  /** Whether an entry carries an id of its own that people never see. */
  entryHasId: boolean;
}

/** The fields of an object schema that a person may edit: those with form hints, in order. */
export function formFields(schema: z.ZodType): FormField[] {
  const object = unwrapped(schema).schema;
  if (!(object instanceof z.ZodObject)) return [];
  return Object.entries(object.shape).flatMap(([name, child]) =>
    child instanceof z.ZodType ? (fieldOf(name, child) ?? []) : [],
  );
}

function fieldOf(name: string, given: z.ZodType): FormField | null {
  const { schema, hints, optional, preset } = unwrapped(given);
  if (!hints) return null;
  const element = schema instanceof z.ZodArray ? schema.element : undefined;
  const entrySchema = element instanceof z.ZodType ? unwrapped(element).schema : undefined;
  return {
    name,
    hints,
    control: hints.control ?? controlOf(schema),
    optional,
    preset,
    choices: schema instanceof z.ZodEnum ? schema.options.map(String) : [],
    entry: entrySchema instanceof z.ZodObject ? formFields(entrySchema) : [],
    entryHasId: entrySchema instanceof z.ZodObject && "id" in entrySchema.shape,
  };
}

function controlOf(schema: z.ZodType): ControlKind {
  if (schema instanceof z.ZodBoolean) return "toggle";
  if (schema instanceof z.ZodNumber) return "number";
  if (schema instanceof z.ZodEnum) return "select";
  if (schema instanceof z.ZodArray) return "list";
  return schema instanceof z.ZodString ? "text" : "json";
}

/** The schema under optional and default, and what those say. */
function unwrapped(given: z.ZodType) {
  let schema = given;
  let hints = fieldHints(given);
  let optional = false;
  let preset: Json | undefined;
  for (;;) {
    if (schema instanceof z.ZodDefault) {
      optional = true;
      // A default of a config schema is JSON: configs are stored as such.
      preset = schema.def.defaultValue as Json;
    } else if (schema instanceof z.ZodOptional) {
      optional = true;
    } else {
      return { schema, hints, optional, preset };
    }
    const inner: unknown = schema.def.innerType;
    if (!(inner instanceof z.ZodType)) return { schema, hints, optional, preset };
    schema = inner;
    hints ??= fieldHints(schema);
  }
}

/** Whether a field is shown for these values of its siblings. */
export function isShown(
  field: FormField,
  fields: readonly FormField[],
  values: Record<string, unknown>,
): boolean {
  const { orFrom, showWhen: condition } = field.hints;
  if (orFrom !== undefined && values[orFrom] !== undefined) return false;
  if (field.control === "library-prompt") return values[field.name] !== undefined;
  if (!condition) return true;
  const preset = fields.find((each) => each.name === condition.field)?.preset;
  const value = values[condition.field] ?? preset;
  return condition.in.some((allowed) => allowed === value);
}
