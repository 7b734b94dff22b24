"use client";

import type { KeyboardEvent } from "react";
import { useAround } from "@/components/canvas/paths/use-around";
import { useEditorUiStore } from "@/components/editor/store/editor-ui";
import { JoinSection } from "./join-section";
import { NodeLinks } from "./node-links";

/** What can run before, beside and after a node; the canvas lights the same nodes. */
export function PathsTab({ nodeId }: { nodeId: string }) {
  const ui = useEditorUiStore();
  const { before, same, after } = useAround(nodeId);
  const leave = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) ui.setState({ tab: "settings" });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves from wherever the focus is inside
    <div className="grid gap-5 p-4" onKeyDown={leave}>
      <JoinSection nodeId={nodeId} />
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
