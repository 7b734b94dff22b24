"use client";

import { useAround } from "@/components/canvas/paths/use-around";
import { NodeLinks } from "./node-links";

/** What can run before, beside and after a node; the canvas lights the same nodes. */
export function PathsTab({ nodeId }: { nodeId: string }) {
  const { before, same, after } = useAround(nodeId);
  return (
    <div className="grid gap-5 p-4">
      <NodeLinks title="Can run before it" ids={before} none="Nothing runs before it." />
      <NodeLinks
        title="Can run at the same time"
        ids={same}
        none="Nothing: no parallel branch goes past it."
      />
      <NodeLinks title="Can run after it" ids={after} none="Nothing runs after it." />
    </div>
  );
}
