import type { Figures } from "@/lib/api/contract/dashboards";
import { type Amounts, addAmounts, amountNames, noAmounts } from "@/workflows/figures/amounts";
import { type Histogram, percentile } from "@/workflows/figures/histogram";
import { measures } from "./gather";
import type { SumRow, TimeRow } from "./read-figures";

/** The amounts of rows together. */
export function amountsOf(rows: readonly SumRow[]): Amounts {
  return rows.map(plain).reduce(addAmounts, noAmounts);
}

/** A row without what it is told apart by. */
function plain(row: SumRow): Amounts {
  const amounts = { ...noAmounts };
  for (const name of amountNames) amounts[name] = row[name];
  return amounts;
}

/** Sums and percentiles of rows together. */
export function figuresOf(sums: readonly SumRow[], times: readonly TimeRow[]): Figures {
  const work = histogramOf(times, measures.work);
  const first = histogramOf(times, measures.first);
  return {
    ...amountsOf(sums),
    p50: percentile(work, 0.5),
    p95: percentile(work, 0.95),
    p99: percentile(work, 0.99),
    first50: percentile(first, 0.5),
    first95: percentile(first, 0.95),
  };
}

function histogramOf(rows: readonly TimeRow[], measure: number): Histogram {
  const counts = new Map<number, number>();
  for (const row of rows) {
    if (row.measure === measure) counts.set(row.bucket, (counts.get(row.bucket) ?? 0) + row.n);
  }
  return counts;
}
