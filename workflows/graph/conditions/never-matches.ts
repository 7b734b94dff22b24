import { parseExpression } from "@/workflows/expressions/parse";
import { anyhow, both, type Cases, casesOf } from "./cases";

/** Why a condition of an ordered list never decides. */
export interface NeverMatches {
  /** Its place in the list. */
  index: number;
  /** Places of earlier conditions that take all its cases; empty where it can never be true at all. */
  after: readonly number[];
}

/**
 * Conditions that can never be the first true one. Sound: those it names never are, whatever the state; it is
 * silent where it cannot be sure. An earlier condition that fails stops the node, so it need not be true.
 */
export function neverMatches(conditions: readonly string[]): NeverMatches[] {
  const parsed = conditions.map((text) => parseExpression(text));
  const given = (index: number, outcome: boolean): Cases => {
    const result = parsed[index];
    return result?.ok ? casesOf(result.value.ast, outcome) : anyhow;
  };
  return conditions.flatMap((_, index) => {
    const after = takenBy(index, given);
    return after ? [{ index, after }] : [];
  });
}

function takenBy(
  index: number,
  given: (index: number, outcome: boolean) => Cases,
): readonly number[] | undefined {
  const own = both(anyhow, given(index, true));
  if (own.length === 0) return [];
  const earlier = Array.from({ length: index }, (_, at) => at);
  const alone = earlier.find((at) => both(own, given(at, false)).length === 0);
  if (alone !== undefined) return [alone];
  let left = own;
  const needed: number[] = [];
  for (const at of earlier) {
    const rest = both(left, given(at, false));
    if (rest.length < left.length) needed.push(at);
    left = rest;
    if (left.length === 0) return needed;
  }
  return undefined;
}
