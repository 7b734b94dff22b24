import { written } from "@/workflows/data/limits";
import type { Json } from "@/workflows/graph/json";
import type { TextEntry } from "../texts-in";

interface RankedSettings {
  keep?: number | undefined;
  least?: number | undefined;
  output?: string | undefined;
}

/**
 * The entries with their scores, the best first; of equal ones the first stays first.
 * @param scores one an entry, in the same order
 */
export function ranked(
  { keep, least = Number.NEGATIVE_INFINITY, output }: RankedSettings,
  entries: readonly TextEntry[],
  scores: readonly number[],
) {
  const found = entries
    .map(({ entry }, index) => ({ item: entry, score: scores[index] ?? 0, index }))
    .filter(({ score }) => score >= least)
    .sort((one, other) => other.score - one.score || one.index - other.index)
    .slice(0, keep);
  const value: Json = found.map(({ item, score, index }) => ({
    item,
    score: Number(score.toPrecision(6)),
    index,
  }));
  return { update: written([[output, value]]) };
}
