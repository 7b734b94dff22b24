import type { z } from "zod";
import type { ChannelType } from "@/workflows/graph/channel";

/**
 * How the inspector edits a field. Left out, it follows from the zod type.
 * An `argument-template` holds arguments of a tool's call (`parameters` of the same tool) instead of channels.
 * `expression` and `template` stand on the string itself, also inside lists and records: that is how validation,
 * rename and completion find every expression of a node.
 */
export const controls = [
  "text",
  "multiline",
  "template",
  "argument-template",
  "expression",
  "javascript",
  "json",
  "json-schema",
  "channel",
  "channels",
  "model",
  "tools",
  "conditions",
  "assignments",
  "answers",
  "key-values",
  "graph",
  "inner-channel",
  "number",
  "duration",
  "toggle",
  "select",
] as const;
export type Control = (typeof controls)[number];

export interface FieldHints {
  label: string;
  help?: string;
  control?: Control;
  placeholder?: string;
  /** Folded away under "More settings". */
  advanced?: boolean;
  /** Shown only while another field of the same object has one of these values. */
  showWhen?: { field: string; in: readonly (string | boolean)[] };
  /** What an `expression` must give, e.g. `boolean` for a condition. */
  expects?: ChannelType;
  /** Name of the field beside it that says which channel an `expression` is written to. */
  writesTo?: string;
  /** Names beside channels that an expression here may use, e.g. `secrets`. */
  names?: readonly string[];
}

const hintsKey = "signalboxField";

/** Puts form hints on a schema; JSON Schema made from it carries them along. */
export function field<Schema extends z.ZodType>(schema: Schema, hints: FieldHints): Schema {
  return schema.meta({ title: hints.label, description: hints.help, [hintsKey]: hints });
}

/** Hints of a schema, if `field` put any on it. */
export function fieldHints(schema: z.ZodType): FieldHints | undefined {
  const hints: unknown = schema.meta()?.[hintsKey];
  return isFieldHints(hints) ? hints : undefined;
}

function isFieldHints(value: unknown): value is FieldHints {
  return typeof value === "object" && value !== null && "label" in value;
}
