/** What is counted of runs, calls and visits. Every part of it adds up. */
export interface Amounts {
  n: number;
  /** Those that failed or took longer than they may. */
  errors: number;
  /** Those that somebody stopped. */
  cancelled: number;
  /** Milliseconds of work. */
  workMs: number;
  /** Milliseconds in which nothing was done but waiting. */
  waitMs: number;
  input: number;
  output: number;
  /** Part of the input that the provider had kept. */
  cached: number;
  /** Part of the output. */
  reasoning: number;
  /** Micro-dollars. */
  micros: number;
  /** Calls whose price nobody knows. */
  unpriced: number;
  /** Micro-dollars that answers kept from earlier calls saved. */
  keptMicros: number;
  /** Micro-dollars that input kept by the provider saved. */
  cachedMicros: number;
}

export const noAmounts: Amounts = {
  n: 0,
  errors: 0,
  cancelled: 0,
  workMs: 0,
  waitMs: 0,
  input: 0,
  output: 0,
  cached: 0,
  reasoning: 0,
  micros: 0,
  unpriced: 0,
  keptMicros: 0,
  cachedMicros: 0,
};

// The keys of the record are exactly its type's.
export const amountNames = Object.keys(noAmounts) as (keyof Amounts)[];

export function addAmounts(left: Amounts, right: Partial<Amounts>): Amounts {
  const sum = { ...left };
  for (const name of amountNames) sum[name] += right[name] ?? 0;
  return sum;
}
