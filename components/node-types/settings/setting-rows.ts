import { z } from "zod";
import { type FormField, formFields } from "@/components/inspector/schema/form-fields";
import { own } from "@/workflows/graph/record";
import { kindWords } from "./kind-words";
import { limitWords, schemaFacts } from "./schema-facts";

/** One setting as the documentation of a node type tells of it. */
export interface SettingRow {
  /** The key in the node's config. */
  name: string;
  label: string;
  help: string | undefined;
  /** What it takes: `Whole number`, `Expression`, `One of`. */
  kind: string;
  choices: readonly string[];
  /** Bounds in words: `1 to 100`, `up to 50 entries`. */
  limits: readonly string[];
  /** What holds while it is left out, as JSON; undefined where nothing does. */
  preset: string | undefined;
  required: boolean;
  /** The heading under which its form folds it away. */
  under: string | undefined;
  /** On which other setting it depends, in words. */
  shownWhile: string | undefined;
  /** The settings of each entry of a list. */
  entry: readonly SettingRow[];
}

/** Every setting of a config schema, in the order of its form. */
export function settingRows(schema: z.ZodType): SettingRow[] {
  const facts = schemaFacts(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));
  return rowsOf(formFields(schema), facts);
}

function rowsOf(fields: readonly FormField[], parent: ReturnType<typeof schemaFacts>): SettingRow[] {
  return fields.map((field) => {
    const facts = schemaFacts(own(parent.properties ?? {}, field.name));
    const { label, help, advanced, group } = field.hints;
    return {
      name: field.name,
      label,
      help,
      kind: kindWords(field.control, facts.type),
      choices: field.choices,
      limits: limitWords(facts),
      preset: presetOf(field),
      required: !field.optional,
      under: advanced ? "More settings" : group,
      shownWhile: conditionOf(field, fields),
      entry: rowsOf(field.entry, schemaFacts(facts.items)),
    };
  });
}

/** Empty texts and lists say nothing that “may be left out” does not say. */
function presetOf({ preset }: FormField): string | undefined {
  const isEmpty = preset === undefined || preset === "" || (Array.isArray(preset) && preset.length === 0);
  return isEmpty ? undefined : JSON.stringify(preset);
}

function conditionOf({ hints }: FormField, fields: readonly FormField[]): string | undefined {
  const { showWhen } = hints;
  if (!showWhen) return undefined;
  const other = fields.find(({ name }) => name === showWhen.field)?.hints.label ?? showWhen.field;
  const values = showWhen.in.map((value) => (typeof value === "boolean" ? (value ? "on" : "off") : value));
  return `${other} is ${values.join(" or ")}`;
}
