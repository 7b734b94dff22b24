import { type Measure, measureLooks, shareOf } from "@/components/run/estimate/measures";
import type { Tint } from "@/components/ui/tint";
import type { Estimate } from "@/workflows/estimate/estimate";
import type { Marks, NodeMark } from "../marks/marks";

/** Says on every node what a run will probably spend there; the warmer its colour, the larger its part of all. */
export function heatMarks({ nodes, unknown }: Estimate, measure: Measure): Marks {
  const marks = new Map<string, NodeMark>();
  for (const [id, node] of nodes) {
    const share = shareOf(nodes, node, measure);
    const amount = measureLooks[measure].format(node[measure]);
    marks.set(id, heatMark(amount, share));
  }
  for (const id of unknown) marks.set(id, { tint: "flow", word: "No history yet" });
  return { nodes: marks, dimOthers: false };
}

/** @param share its part of all, from 0 to 1 */
export function heatMark(amount: string, share: number): NodeMark {
  return { tint: tintOf(share), word: share > 0 ? `${amount} · ${percent(share)}` : amount };
}

/** Rounded, but something never reads as nothing. */
function percent(share: number): string {
  return share < 0.01 ? "<1%" : `${Math.round(share * 100)}%`;
}

function tintOf(share: number): Tint {
  if (share === 0) return "flow";
  if (share < 0.15) return "data";
  return share < 0.4 ? "human" : "code";
}
