import { type Edge, type Node, ReactFlow } from "@xyflow/react";
import { createRoot } from "react-dom/client";

/** The graph that the page is given by the benchmark. */
declare const graph: { nodes: Node[]; edges: Edge[] };

const root = document.getElementById("root");
if (!root) throw new Error("The page has no place for the graph");
createRoot(root).render(
  <ReactFlow defaultNodes={graph.nodes} defaultEdges={graph.edges} minZoom={0.1} fitView />,
);
