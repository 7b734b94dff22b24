"use client";

import { nodeIcon } from "@/components/canvas/nodes/node-icons";
import { useCommandContext } from "@/components/editor/commands/use-commands";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { selectNodes } from "@/components/editor/store/selection";
import { TintedIcon } from "@/components/ui/tint";
import type { Node } from "@/workflows/graph/node";
import { definitionOf } from "@/workflows/nodes/registry";

/** Selects its node and brings it into view. */
export function NodeLink({ nodeId, node }: { nodeId: string; node: Node }) {
  const store = useEditorStore();
  const { view } = useCommandContext();
  const definition = definitionOf(node.type);
  const show = () => {
    store.getState().select(selectNodes([nodeId]));
    view.focus(nodeId);
  };
  return (
    <button
      type="button"
      onClick={show}
      className="-mx-2 flex min-h-8 w-[calc(100%+1rem)] items-center gap-2 rounded-md px-2 text-left hover:bg-accent pointer-coarse:min-h-11"
    >
      <TintedIcon
        icon={nodeIcon(definition?.icon)}
        tint={definition?.category ?? "flow"}
        className="size-5 [&_svg]:size-3"
      />
      <span className="min-w-0 flex-1 truncate">{node.title}</span>
      <span className="shrink-0 text-muted-foreground text-xs">{definition?.title ?? node.type}</span>
    </button>
  );
}
