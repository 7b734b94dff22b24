import { formatCount } from "@/components/ui/format/count";
import { formatDuration } from "@/components/ui/format/duration";
import { formatMoney } from "@/components/ui/format/money";
import type { Estimate, NodeEstimate } from "@/workflows/estimate/estimate";

/** What a run takes. */
export const measures = ["ms", "tokens", "costMicros"] as const;
export type Measure = (typeof measures)[number];

interface MeasureLook {
  label: string;
  format: (value: number) => string;
}

export const measureLooks: Record<Measure, MeasureLook> = {
  ms: { label: "Time", format: formatDuration },
  tokens: { label: "Tokens", format: (value) => formatCount(Math.round(value)) },
  costMicros: { label: "Cost", format: (value) => formatMoney(Math.round(value)) },
};

/** The typical run in a few words: 2.10 s · 290 tokens · $0.0042. */
export function inShort({ ms, tokens, costMicros }: Estimate): string {
  const parts = [measureLooks.ms.format(ms.p50)];
  if (tokens.p95 > 0) {
    parts.push(
      `${measureLooks.tokens.format(tokens.p50)} tokens`,
      measureLooks.costMicros.format(costMicros.p50),
    );
  }
  return parts.join(" · ");
}

/** What part of all a node takes, from 0 to 1; of nothing it is nothing. */
export function shareOf(nodes: Estimate["nodes"], of: NodeEstimate, measure: Measure): number {
  const all = [...nodes.values()].reduce((sum, each) => sum + each[measure], 0);
  return all > 0 ? of[measure] / all : 0;
}
