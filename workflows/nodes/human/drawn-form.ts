import { z } from "zod";
import { type FormField, formKinds, formNameSchema } from "@/workflows/form/form-field";
import { field } from "../field";

/** A field of the form as its author draws it. */
export const drawnFieldSchema = z.strictObject({
  name: field(formNameSchema, {
    label: "Name",
    control: "text",
    placeholder: "amount",
    help: "The value stands under it.",
  }),
  label: field(z.string().max(120).default(""), { label: "Label", control: "text" }),
  kind: field(z.enum(formKinds).default("text"), { label: "Kind", control: "select" }),
  required: field(z.boolean().default(true), { label: "Required", control: "toggle" }),
  options: field(z.string().max(10_000).default(""), {
    label: "Choices",
    control: "multiline",
    help: "One per line.",
    showWhen: { field: "kind", in: ["choice", "choices"] },
  }),
  min: field(z.number().optional(), {
    label: "At least",
    control: "number",
    help: "The least number, or the fewest characters.",
    showWhen: { field: "kind", in: ["text", "paragraph", "number", "integer"] },
  }),
  max: field(z.number().optional(), {
    label: "At most",
    control: "number",
    showWhen: { field: "kind", in: ["text", "paragraph", "number", "integer"] },
  }),
  help: field(z.string().max(500).default(""), { label: "Help", control: "text" }),
});
export type DrawnField = z.output<typeof drawnFieldSchema>;

const bounded = new Set(["text", "paragraph", "number", "integer"]);

/** The field as a person fills it in. */
export function formFieldOf({ name, label, kind, required, options, min, max, help }: DrawnField): FormField {
  return {
    name,
    label: label.trim() || name,
    kind,
    required,
    ...(help.trim() && { help: help.trim() }),
    ...(isChoice(kind) && { options: choicesOf(options) }),
    ...(bounded.has(kind) && { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }),
  };
}

/** What is wrong with a field, and in which of its settings. */
export function drawnFieldProblem(drawn: DrawnField): { setting: string; message: string } | undefined {
  const { kind, options, min, max } = drawn;
  if (isChoice(kind)) {
    const choices = choicesOf(options);
    if (choices.length === 0)
      return { setting: "options", message: "List what can be chosen, one per line." };
    if (new Set(choices).size < choices.length)
      return { setting: "options", message: "A choice is listed twice." };
    return undefined;
  }
  if (!bounded.has(kind)) return undefined;
  const isText = kind === "text" || kind === "paragraph";
  if (isText && [min, max].some((bound) => bound !== undefined && !(Number.isInteger(bound) && bound >= 0)))
    return { setting: "min", message: "Characters are counted in whole numbers." };
  return min !== undefined && max !== undefined && min > max
    ? { setting: "max", message: "This is less than “At least”." }
    : undefined;
}

const isChoice = (kind: DrawnField["kind"]) => kind === "choice" || kind === "choices";

const choicesOf = (options: string) => options.split("\n").flatMap((line) => line.trim() || []);
