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
  "source-tool",
  "conditions",
  "assignments",
  "answers",
  "key-values",
  "graph",
  "inner-channel",
  "agent",
  "agent-version",
  "agent-inputs",
  "agent-outputs",
  "library-prompt",
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
  /** What choices are called in the form, where their own names do not say it to people. */
  words?: Readonly<Record<string, string>>;
  /** Folded away under "More settings". */
  advanced?: boolean;
  /** Folded away under this heading, with others of the same group. */
  group?: string;
  /** Shown only while another field of the same object has one of these values. */
  showWhen?: { field: string; in: readonly (string | boolean)[] };
  /** Name of the field beside it that takes its text from the prompt library; while that is set, this one is hidden. */
  orFrom?: string;
  /** What an `expression` must give, e.g. `boolean` for a condition. */
  expects?: ChannelType;
  /** Name of the field beside it that says which channel an `expression` is written to. */
  writesTo?: string;
  /** Names beside channels that an expression here may use, e.g. `secrets`. */
  names?: readonly string[];
  /** Name of the field beside it that gives the lists for whose entries an `expression` is worked out. */
  entriesOf?: string;
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
