import type { GraphPlan } from "@/workflows/compile/plan-types";
import type { NodeDefinitions } from "@/workflows/nodes/ports";
import type { Files } from "../files";
import { graphFile } from "./graph-file";
import { stateFile } from "./state-file";
import { type NodeCode, writeNodes } from "./write-nodes";

/** The sources of a graph: its nodes, how they are connected, its state. */
export function writeGraph(
  plan: GraphPlan,
  definitions: NodeDefinitions,
  place: "top" | "inside" = "top",
): { files: Files; nodes: NodeCode[] } {
  const nodes = writeNodes(plan, definitions, (inside) => {
    const inner = writeGraph(inside, definitions, "inside");
    return {
      files: inner.files,
      models: new Set(inner.nodes.flatMap((node) => [...node.models])),
      env: new Map(inner.nodes.flatMap((node) => [...node.env])),
      notes: inner.nodes.flatMap((node) => node.notes),
    };
  });
  return {
    nodes,
    files: {
      "src/graph.ts": graphFile(plan, new Map(nodes.map((node) => [node.id, node])), place),
      "src/state.ts": stateFile(plan),
      ...Object.fromEntries(nodes.flatMap((node) => Object.entries(node.files))),
    },
  };
}
