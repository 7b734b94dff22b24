import { rate } from "../lib/pool";
import { median } from "../lib/stats";
import { withStockContext } from "../lib/stock-context";
import { fixed } from "../lib/table";
import type { Case } from "./cases";

/** Rounds of each pair, ours and bare in turn, so that a machine that changes its speed changes both. */
const rounds = 3;

export interface Speed {
  ours: number;
  bare: number;
  /** The median of the rounds' ratios. */
  ratio: number;
}

/** Runs per second of both, measured in turn. */
export async function speedOf({ runs, ours, bare }: Case, width: number): Promise<Speed> {
  const count = width === 1 ? Math.ceil(runs / 4) : Math.max(runs, 2 * width);
  const speeds: { ours: number; bare: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    speeds.push({
      ours: await rate(count, width, () => ours(() => {})),
      bare: await withStockContext(() => rate(count, width, () => bare(() => {}))),
    });
  }
  return {
    ours: median(speeds.map((speed) => speed.ours)),
    bare: median(speeds.map((speed) => speed.bare)),
    ratio: median(speeds.map((speed) => speed.ours / speed.bare)),
  };
}

export async function warmUp({ ours, bare }: Case): Promise<void> {
  await rate(10, 5, () => ours(() => {}));
  await withStockContext(() => rate(10, 5, () => bare(() => {})));
}

export const speedCells = ({ ours, bare, ratio }: Speed): string[] => [
  `${fixed(ours)}/s`,
  `${fixed(bare)}/s`,
  fixed(ratio, 2),
];
