import { adjacencyOf } from "@/workflows/graph/analysis/adjacency";
import { endsOf, startsOf } from "@/workflows/graph/analysis/inputs";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Edge } from "@/workflows/graph/edge";
import type { Position } from "@/workflows/graph/layout";
import { own } from "@/workflows/graph/record";
import { ok, type Result } from "@/workflows/graph/result";
import type { NodeDefinitions } from "@/workflows/nodes/ports";
import { looseEnd } from "./border";
import { type CollapseProblem, refuse, titleOf } from "./problem";

/** The nodes and edges of a subgraph, ready to stand in its place. */
export interface Parts {
  /** By the id inside: the id out here. */
  ids: ReadonlyMap<string, string>;
  edges: [string, Edge][];
  /** Nodes out here that lead in, nodes from inside that lead on, and where to. */
  sources: string[];
  exits: string[];
  targets: string[];
}

export function partsOf(
  document: GraphDocument,
  nodeId: string,
  graph: GraphDocument,
  definitions: NodeDefinitions,
  makeId: (prefix: string) => string,
): Result<Parts, CollapseProblem> {
  const title = titleOf(document, nodeId);
  const outer = adjacencyOf(document);
  const inner = adjacencyOf(graph);
  const [start, ...starts] = startsOf(graph, definitions);
  const ends = new Set(endsOf(graph, definitions));
  const inside = Object.keys(graph.nodes).filter((id) => id !== start && !ends.has(id));
  if (start === undefined || starts.length > 0 || inside.length === 0)
    return refuse(`The graph inside ${title} has no nodes between one Start and an End.`, [nodeId]);
  const loose = looseEnd(graph, inside, definitions);
  if (loose !== undefined)
    return refuse(`A path inside ${title} ends at ${titleOf(graph, loose)}. Lead it to an End.`, [nodeId]);
  const first = inner.from(start);
  if (first.some(({ target }) => ends.has(target)))
    return refuse(`A path inside ${title} leads past all its nodes.`, [nodeId]);
  const into = outer.into(nodeId).filter(({ source }) => source !== nodeId);
  const out = outer.from(nodeId);
  if (out.length === 0) return refuse(`Nothing follows ${title}. Connect it first.`, [nodeId]);
  if (out.some(({ cap, target }) => cap !== undefined || target === nodeId))
    return refuse(`${title} leads back to itself or by an edge with a cap, which counts its visits.`, [
      nodeId,
    ]);

  const ids = new Map(
    inside.map((id) => [id, own(document.nodes, id) ? makeId(own(graph.nodes, id)?.type ?? id) : id]),
  );
  const idOf = (id: string) => ids.get(id) ?? id;
  const edges = new Map<string, Edge>();
  const gone = new Set([...into, ...out].map(({ id }) => id));
  const add = (wanted: string, edge: Edge) => {
    if ([...edges.values()].some((known) => sameWay(known, edge))) return;
    const isFree = (!own(document.edges, wanted) || gone.has(wanted)) && !edges.has(wanted);
    edges.set(isFree ? wanted : makeId("edge"), edge);
  };
  for (const way of into) {
    for (const { id, target } of first) {
      const { source, port, cap } = way;
      const more = cap === undefined ? {} : { cap };
      add(edges.has(id) ? way.id : id, { source, port, target: idOf(target), ...more });
    }
  }
  for (const { id, source, port, target, cap } of inner.links) {
    if (source === start) continue;
    const way = { source: idOf(source), port, ...(cap === undefined ? {} : { cap }) };
    if (!ends.has(target)) add(id, { ...way, target: idOf(target) });
    else for (const next of out) add(id, { ...way, target: next.target });
  }
  const exits = inner.links.filter(({ target }) => ends.has(target)).map(({ source }) => idOf(source));
  return ok({
    ids,
    edges: [...edges],
    sources: [...new Set(into.map(({ source }) => source))],
    exits: [...new Set(exits)],
    targets: [...new Set(out.map(({ target }) => target))],
  });
}

/** Where nodes go that come out: as they stood inside, around the place of the subgraph. */
export function placeAround(
  at: Position,
  graph: GraphDocument,
  inside: Iterable<string>,
): (id: string) => Position {
  const places = [...inside].flatMap((id) => own(graph.layout.nodes, id) ?? []);
  const mean = (values: number[]) =>
    Math.round(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));
  const middle = { x: mean(places.map(({ x }) => x)), y: mean(places.map(({ y }) => y)) };
  return (id) => {
    const place = own(graph.layout.nodes, id) ?? middle;
    return { x: at.x + place.x - middle.x, y: at.y + place.y - middle.y };
  };
}

function sameWay(one: Edge, other: Edge): boolean {
  return one.source === other.source && one.port === other.port && one.target === other.target;
}
