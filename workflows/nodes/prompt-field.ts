import { z } from "zod";
import { longestValue } from "@/workflows/prompts/prompt-use";
import type { ChannelRead } from "./definition";
import { type FieldHints, field } from "./field";
import { uniqueBy } from "./fields";
import { expressionReads, templateReads } from "./reads";

const variableSchema = z.strictObject({
  name: field(z.string().min(1).max(64), { label: "Variable" }),
  value: field(z.string().max(longestValue).default(""), { label: "Value", control: "expression" }),
});

const useSchema = z.strictObject({
  prompt: field(z.string().min(1, "Choose a prompt of the library").max(64), { label: "Prompt" }),
  name: field(z.string().max(120), {
    label: "Name",
    help: "As it was called when it was chosen. The id counts.",
  }),
  version: field(z.int().min(1).max(1_000_000).optional(), {
    label: "Version",
    help: "Absent: the newest, as of the moment a run begins or a version is published.",
  }),
  variables: field(
    z
      .array(variableSchema)
      .max(50)
      .default([])
      .refine(...uniqueBy((variable: { name: string }) => variable.name, "A variable may be filled once")),
    { label: "Variables" },
  ),
  filled: field(z.int().min(1).optional(), {
    label: "Filled with version",
    help: "Of graphs that run: the version whose text stands in the field beside.",
  }),
});

/** What stands in a `…From` setting of a node. */
export type PromptFrom = z.output<typeof useSchema> | undefined;

/** Goes beside a template field that names it in `orFrom`, under the field's name with `From` behind. */
export function fromLibraryField(hints: FieldHints) {
  return field(useSchema.optional(), { control: "library-prompt", ...hints });
}

/** Channels that such a text looks at: through the variables of a prompt of the library, or by itself. */
export function libraryReads(name: string, text: string, from: PromptFrom): ChannelRead[] {
  if (!from) return templateReads(name, text);
  return from.variables.flatMap(({ value }, index) =>
    expressionReads(`${name}From.variables.${index}.value`, value),
  );
}
