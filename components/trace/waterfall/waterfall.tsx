"use client";

import { WaterfallTree, type WaterfallTreeProps } from "./tree";
import { useFolding } from "./use-folding";

export type WaterfallProps = Omit<WaterfallTreeProps, "folding">;

/** Where the time and the money of a run went: nodes, model calls and tool calls on one axis. */
export function Waterfall(props: WaterfallProps) {
  const folding = useFolding(props.spans);
  return <WaterfallTree {...props} folding={folding} />;
}
