"use client";

import { memo, useDeferredValue } from "react";
import { edgesFrom, edgesInto } from "@/components/editor/graph/edge-index";
import { useEditor } from "@/components/editor/store/editor-context";
import type { GraphDocument } from "@/workflows/graph/document";
import { own } from "@/workflows/graph/record";
import { faceOf } from "@/workflows/nodes/registry.faces";
import type { Marks } from "./marks/marks";
import { useMarks } from "./marks/use-marks";

/** The graph as a list, for who cannot see the drawing: every node with what it follows and where it leads; notes. */
export const GraphList = memo(function GraphList() {
  const nodes = useDeferredValue(useEditor((state) => state.document.nodes));
  const edges = useDeferredValue(useEditor((state) => state.document.edges));
  const marks = useDeferredValue(useMarks());
  const pins = useDeferredValue(useEditor((state) => state.document.pins));
  const groups = useDeferredValue(useEditor((state) => state.document.layout.groups));
  const stickies = useDeferredValue(useEditor((state) => state.document.layout.stickies));
  return (
    <div className="sr-only">
      <NodeList nodes={nodes} edges={edges} pins={pins} marks={marks} />
      <PaperList nodes={nodes} groups={groups} stickies={stickies} />
    </div>
  );
});

interface NodeListProps extends Pick<GraphDocument, "nodes" | "edges" | "pins"> {
  marks: Marks | undefined;
}

/** Apart from what it is read from, so that a key typed into a large graph need not wait for it. */
const NodeList = memo(function NodeList({ nodes, edges, pins, marks }: NodeListProps) {
  return (
    <>
      <h2>{`Graph with ${Object.keys(nodes).length} nodes`}</h2>
      <ul>
        {Object.entries(nodes).map(([id, node]) => (
          <li key={id}>
            {[
              `${node.title}, ${faceOf(node.type)?.title ?? node.type}${node.disabled ? ", turned off" : ""}.`,
              follows(nodes, edges, id),
              leadsTo(nodes, edges, id),
              own(pins, id) ? "Its output is pinned." : "",
              marks?.nodes.has(id) ? `Marked: ${marks.nodes.get(id)?.word}.` : "",
            ].join(" ")}
          </li>
        ))}
      </ul>
    </>
  );
});

type PaperListProps = Pick<GraphDocument, "nodes"> & Pick<GraphDocument["layout"], "groups" | "stickies">;

const PaperList = memo(function PaperList({ nodes, groups, stickies }: PaperListProps) {
  const lines = [
    ...Object.entries(groups).map(([id, { title, nodes: inside }]) => {
      const titles = inside.map((nodeId) => nodes[nodeId]?.title ?? nodeId).join(", ");
      return { id, line: `${title || "Untitled group"}, group of ${titles}.` };
    }),
    ...Object.entries(stickies).map(([id, { text }]) => ({ id, line: `Note: ${text.trim() || "empty"}` })),
  ];
  if (lines.length === 0) return null;
  return (
    <>
      <h3>Groups and notes</h3>
      <ul>
        {lines.map(({ id, line }) => (
          <li key={id}>{line}</li>
        ))}
      </ul>
    </>
  );
});

type Nodes = GraphDocument["nodes"];
type Edges = GraphDocument["edges"];

function follows(nodes: Nodes, edges: Edges, id: string): string {
  const sources = edgesInto(edges, id).map(({ source }) => nodes[source]?.title ?? source);
  return sources.length > 0 ? `Follows ${[...new Set(sources)].join(", ")}.` : "Follows nothing.";
}

function leadsTo(nodes: Nodes, edges: Edges, id: string): string {
  const targets = edgesFrom(edges, id).map(({ port, target, cap }) => {
    const title = nodes[target]?.title ?? target;
    const by = port === "out" ? title : `${title} by ${port}`;
    return cap === undefined ? by : `${by}, at most ${cap} times`;
  });
  return targets.length > 0 ? `Leads to ${targets.join(", ")}.` : "Leads nowhere.";
}
