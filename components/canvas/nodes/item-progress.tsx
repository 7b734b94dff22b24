"use client";

import { useRun } from "@/components/run/store/run-context";
import { itemCounts } from "@/workflows/events/item-counts";
import { countsInWords } from "./counts-in-words";

/** How far the shown run has come with the entries of this node's list. */
export function ItemProgress({ nodeId }: { nodeId: string }) {
  const words = useRun((state) => {
    const counts = state?.view && itemCounts(state.view, nodeId);
    return counts && countsInWords(counts);
  });
  return words ? (
    <p className="px-3 pb-2 text-muted-foreground text-xs leading-4 tabular-nums">{words}</p>
  ) : null;
}
