import { matches } from "@/components/ui/matches";
import type { Template } from "@/workflows/templates/template";

/** Several nodes that are put into a graph at once. */
export interface Pattern {
  template: Template;
  /** Words people search for. */
  synonyms: readonly string[];
}

/** Those that fit what was typed; all while nothing is. */
export function patternMatches(all: readonly Pattern[], search: string): Pattern[] {
  const text = search.trim();
  if (text === "") return [...all];
  return all.filter(({ template, synonyms }) =>
    matches(text, "pattern", template.title, template.summary, ...synonyms),
  );
}
