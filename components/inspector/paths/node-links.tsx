"use client";

import { useEditor } from "@/components/editor/store/editor-context";
import { NodeLink } from "./node-link";

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
            <NodeLink nodeId={id} node={node} />
          </li>
        ))}
      </ul>
    </section>
  );
}
