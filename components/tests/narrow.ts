import type { CaseSummary } from "@/lib/api/contract/test-cases";

export const outcomes = ["failed", "passed", "untried"] as const;
export type Outcome = (typeof outcomes)[number];

/** How a case came out on the draft as it is; a result of an older one says nothing of it. */
export function outcomeOf({ last, outdated }: Pick<CaseSummary, "last" | "outdated">): Outcome {
  if (!last || outdated) return "untried";
  return last.ok ? "passed" : "failed";
}

/** The cases that have the words in their name and came out so. */
export function narrowed<Case extends Pick<CaseSummary, "name" | "last" | "outdated">>(
  cases: readonly Case[],
  { text, outcome }: { text: string; outcome: Outcome | null },
): Case[] {
  const words = text.trim().toLocaleLowerCase();
  return cases.filter(
    (each) =>
      each.name.toLocaleLowerCase().includes(words) && (outcome === null || outcomeOf(each) === outcome),
  );
}
