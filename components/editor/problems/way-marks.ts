import type { Marks, NodeMark } from "@/components/canvas/marks/marks";
import { bypass } from "@/workflows/graph/bypass";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Issue } from "@/workflows/graph/issue";
import { nodeDefinitions } from "@/workflows/nodes/registry";

/** Lights the way on which a problem happens: its nodes and the drawn edges between them. */
export function wayMarks(document: GraphDocument, { way = [], path }: Pick<Issue, "way" | "path">): Marks {
  const reader = way.at(-1);
  const nodes = new Map(way.map((id): [string, NodeMark] => [id, markOf(id === reader, path.channel)]));
  return { nodes, edges: edgesOn(document, way), dimOthers: true };
}

function markOf(last: boolean, channel = ""): NodeMark {
  return last ? { tint: "human", word: `needs ${channel}` } : { tint: "data", word: "on the path" };
}

/** Also through nodes that are turned off, which the way goes past. */
function edgesOn(document: GraphDocument, way: readonly string[]): Set<string> {
  const hops = new Set(way.slice(1).map((target, index) => `${way[index]} ${target}`));
  const { document: running, drawn } = bypass(document, nodeDefinitions);
  const taken = Object.entries(running.edges).filter(([, { source, target }]) =>
    hops.has(`${source} ${target}`),
  );
  return new Set(taken.flatMap(([id]) => drawn.get(id) ?? [id]));
}
