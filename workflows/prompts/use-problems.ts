import type { Issue } from "@/workflows/graph/issue";
import { type KnownPrompt, versionOf } from "./known-prompt";
import type { PlacedUse } from "./prompt-use";

export type UseProblem = Pick<Issue, "code"> & { field: string; what: string };

/** Why a prompt of the library cannot be used as a node's settings say; nothing where it can. */
export function useProblems({ field, use }: PlacedUse, prompts: readonly KnownPrompt[]): UseProblem[] {
  const known = prompts.find(({ id }) => id === use.prompt);
  if (!known) {
    const what = `the prompt library has no “${use.name}” like this one. Choose another, or write the text here.`;
    return [{ code: "prompt_not_found", field, what }];
  }
  const version = versionOf(known, use.version);
  if (!version) {
    const what = `the prompt “${known.name}” has no version ${use.version}. Choose another.`;
    return [{ code: "prompt_not_found", field: `${field}.version`, what }];
  }
  return version.variables.flatMap((name): UseProblem[] => {
    const at = use.variables.findIndex((variable) => variable.name === name);
    if (use.variables[at]?.value.trim()) return [];
    const what = `the prompt “${known.name}” asks for “${name}”. Say what it stands for here.`;
    const place = at < 0 ? field : `${field}.variables.${at}.value`;
    return [{ code: "prompt_variable_unbound", field: place, what }];
  });
}
