"use client";

import { nodeIcon } from "@/components/canvas/nodes/node-icons";
import { useCommandContext } from "@/components/editor/commands/use-commands";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { selectNodes } from "@/components/editor/store/selection";
import { TintedIcon } from "@/components/ui/tint";
import { definitionOf } from "@/workflows/nodes/registry";

interface NodeLinksProps {
  title: string;
  ids: ReadonlySet<string>;
  /** Said where there are none. */
  none: string;
}

/** A list of nodes in the order of the graph; each selects its node and brings it into view. */
export function NodeLinks({ title, ids, none }: NodeLinksProps) {
  const nodes = useEditor((state) => state.document.nodes);
  const listed = Object.entries(nodes).filter(([id]) => ids.has(id));
  return (
    <section className="grid gap-1.5" aria-label={title}>
      <h3 className="font-medium">
        {title}
        {listed.length > 0 ? (
          <span className="ml-2 font-normal text-muted-foreground tabular-nums">{listed.length}</span>
        ) : null}
      </h3>
      {listed.length === 0 ? <p className="text-muted-foreground">{none}</p> : null}
      <ul className="grid">
        {listed.map(([id, node]) => (
          <li key={id}>
            <NodeLink nodeId={id} title={node.title} type={node.type} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function NodeLink({ nodeId, title, type }: { nodeId: string; title: string; type: string }) {
  const store = useEditorStore();
  const { view } = useCommandContext();
  const definition = definitionOf(type);
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
      <span className="min-w-0 flex-1 truncate">{title}</span>
      <span className="shrink-0 text-muted-foreground text-xs">{definition?.title ?? type}</span>
    </button>
  );
}
