import type { GraphDocument } from "@/workflows/graph/document";
import type { Edge } from "@/workflows/graph/edge";
import { own } from "@/workflows/graph/record";
import type { Choice, Three } from "./conflict";
import { changedSide, type Decider, mergeRecord } from "./decide";
import type { MergedNodes } from "./merge-nodes";

/**
 * Edges one by one. Those at a node that a person had to decide about follow that decision; those that lost an end go,
 * and of two on the same way one stays.
 */
export function mergeEdges(
  documents: Three<GraphDocument>,
  { nodes, decided }: MergedNodes,
  decider: Decider,
): Record<string, Edge> {
  const hasEnds = (edge: Edge | undefined) =>
    edge !== undefined && own(nodes, edge.source) !== undefined && own(nodes, edge.target) !== undefined;
  const tables = {
    base: documents.base.edges,
    mine: documents.mine.edges,
    theirs: documents.theirs.edges,
  };
  const merged = mergeRecord<Edge>(tables, (id, edge) => {
    const follows = sideOf([edge.mine, edge.theirs, edge.base], decided);
    if (follows) return edge[follows];
    const side = changedSide(edge);
    if (side) return edge[side];
    const [mine, theirs] = [hasEnds(edge.mine), hasEnds(edge.theirs)];
    if (!mine && !theirs) return undefined;
    // Where one side's edge has lost an end there is nothing left to choose, unless that side took it away.
    if (edge.mine && !mine) return edge.theirs;
    if (edge.theirs && !theirs) return edge.mine;
    return edge[decider.ask({ id: `edge:${id}`, part: "edge", edgeId: id }, edge)];
  });
  return withoutTwins(Object.entries(merged).filter(([, edge]) => hasEnds(edge)));
}

function sideOf(
  edges: readonly (Edge | undefined)[],
  decided: ReadonlyMap<string, Choice>,
): Choice | undefined {
  const ends = edges.flatMap((edge) => (edge ? [edge.source, edge.target] : []));
  return ends.map((id) => decided.get(id)).find((choice) => choice !== undefined);
}

function withoutTwins(edges: readonly [id: string, edge: Edge][]): Record<string, Edge> {
  const ways = new Set<string>();
  return Object.fromEntries(
    edges.filter(([, { source, port, target }]) => {
      const way = JSON.stringify([source, port, target]);
      return !ways.has(way) && ways.add(way);
    }),
  );
}
