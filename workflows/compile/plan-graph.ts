import { type Adjacency, adjacencyOf } from "@/workflows/graph/analysis/adjacency";
import type { Edge } from "@/workflows/graph/edge";
import { type PlanNode, planEnd } from "./plan-types";

/** The graph without End: a path that ended holds nobody up. */
export function graphOf(
  startId: string,
  entry: { id: string; target: string }[],
  nodes: PlanNode[],
): Adjacency {
  const ids = [startId, ...nodes.map((node) => node.id)];
  const edges: [string, Edge][] = [
    ...entry.map(({ id, target }): [string, Edge] => [id, { source: startId, port: "out", target }]),
    ...nodes.flatMap((node) =>
      node.routes.flatMap(({ port, edges: list }) =>
        list.map(({ id, target }): [string, Edge] => [id, { source: node.id, port, target }]),
      ),
    ),
  ];
  const inner = edges.filter(([, edge]) => edge.target !== planEnd);
  return adjacencyOf({
    nodes: Object.fromEntries(ids.map((id) => [id, bare])),
    edges: Object.fromEntries(inner),
  });
}

const bare = { type: "", typeVersion: 1, title: "-", config: {}, policy: { onError: "fail" as const } };
