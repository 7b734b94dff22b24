import { z } from "zod";
import type { PromptCase } from "@/workflows/prompts/case";
import { asTyped, typedValues } from "../typed-values";

/** A test case as a form holds it: everything is text. */
export const caseFormSchema = z
  .object({
    name: z.string().trim().min(1, "Name the case").max(120),
    typed: z.record(z.string(), z.string()),
    kind: z.enum(["contains", "matches", "json"]),
    wanted: z.string().trim().min(1, "Say what the answer must hold"),
  })
  .refine(({ kind, wanted }) => kind !== "json" || readJson(wanted) !== undefined, {
    path: ["wanted"],
    message: "This is not JSON",
  });
export type CaseForm = z.output<typeof caseFormSchema>;

export function formOf(given: PromptCase | undefined): CaseForm {
  if (!given) return { name: "", typed: {}, kind: "contains", wanted: "" };
  return { name: given.name, typed: asTyped(given.values), ...wantedOf(given.expect) };
}

export function caseOf({ name, typed, kind, wanted }: CaseForm, variables: readonly string[]): PromptCase {
  const values = typedValues(variables, typed);
  switch (kind) {
    case "contains":
      return { name, values, expect: { type: kind, text: wanted } };
    case "matches":
      return { name, values, expect: { type: kind, pattern: wanted } };
    case "json":
      return { name, values, expect: { type: kind, value: readJson(wanted)?.value ?? null } };
  }
}

function wantedOf(expect: PromptCase["expect"]): Pick<CaseForm, "kind" | "wanted"> {
  switch (expect.type) {
    case "contains":
      return { kind: expect.type, wanted: expect.text };
    case "matches":
      return { kind: expect.type, wanted: expect.pattern };
    case "json":
      return { kind: expect.type, wanted: JSON.stringify(expect.value, null, 2) };
  }
}

function readJson(text: string) {
  try {
    return { value: z.json().parse(JSON.parse(text)) };
  } catch {
    return undefined;
  }
}
