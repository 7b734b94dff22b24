"use client";

import { Pin } from "lucide-react";
import { useEditor } from "@/components/editor/store/editor-context";
import { Tooltip } from "@/components/ui/tooltip";
import { own } from "@/workflows/graph/record";

/** Whether a node's output is pinned; renders anew only when that changes. */
export function useIsPinned(nodeId: string): boolean {
  return useEditor((state) => own(state.document.pins, nodeId) !== undefined);
}

/** Says on the card that test runs use a pinned output and do not run the node. */
export function PinMark({ nodeId }: { nodeId: string }) {
  if (!useIsPinned(nodeId)) return null;
  return (
    <Tooltip tip="Its output is pinned: test runs do not run it.">
      <span className="mt-0.5 inline-flex text-category-agent">
        <Pin aria-hidden className="size-4 fill-current" />
        <span className="sr-only">Pinned</span>
      </span>
    </Tooltip>
  );
}
