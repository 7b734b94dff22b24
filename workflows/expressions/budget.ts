/** Thrown when an expression does more work than any useful one; loops of the language may swallow it. */
export class TooMuchWork extends Error {
  constructor() {
    super(
      "It takes too many steps or makes too large a value. Work on less data, or do this in a Code node.",
    );
  }
}

/** Steps of one evaluation: well under a second, and far above what conditions and templates need. */
const budget = 1_000_000;

let left = Number.POSITIVE_INFINITY;

/**
 * Runs one evaluation on a fresh budget. Evaluations never wait, so one counter is enough.
 * @throws TooMuchWork also where the language itself caught it, as `||` and `exists` do
 */
export function withBudget<Value>(run: () => Value): Value {
  left = budget;
  try {
    const value = run();
    if (left < 0) throw new TooMuchWork();
    return value;
  } finally {
    left = Number.POSITIVE_INFINITY;
  }
}

/** @throws TooMuchWork once the budget is used up */
export function spend(steps: number): void {
  left -= steps;
  if (left < 0) throw new TooMuchWork();
}
