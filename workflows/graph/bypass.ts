import { definitionIn, type NodeDefinitions } from "@/workflows/nodes/ports";
import { type Adjacency, adjacencyOf, byPort, type Link } from "./analysis/adjacency";
import { isExceptional } from "./analysis/numbered";
import type { GraphDocument } from "./document";
import type { Edge } from "./edge";
import { factsOf } from "./node-facts";
import { own, withoutKeys } from "./record";

/** The graph that runs see: disabled nodes are gone, and the edges into them lead on. */
export interface Bypassed {
  document: GraphDocument;
  /** By the id of an edge that was led on: the drawn edges that make it, in order. */
  drawn: ReadonlyMap<string, readonly string[]>;
}

const untouched: ReadonlyMap<string, readonly string[]> = new Map();

/**
 * Leads every edge into a disabled node on to where that node's way goes. An edge that becomes several keeps its id
 * for the first and counts on for the others; its cap is the smallest on the way.
 */
export function bypass(document: GraphDocument, definitions: NodeDefinitions): Bypassed {
  const off = disabledNodes(document, definitions);
  if (off.size === 0) return { document, drawn: untouched };
  const { edges, drawn } = edgesPast(document, definitions, off);
  return { document: { ...document, nodes: withoutKeys(document.nodes, off), edges }, drawn };
}

interface Past {
  /** What it was worked out for; settings of nodes that run do not matter. */
  key: string;
  edges: Record<string, Edge>;
  drawn: Bypassed["drawn"];
}

const known = new WeakMap<GraphDocument["edges"], Past>();

/** Kept with the edge table, which typing leaves as it is: the same table then comes out again. */
function edgesPast(document: GraphDocument, definitions: NodeDefinitions, off: ReadonlySet<string>): Past {
  const adjacency = adjacencyOf(document);
  const ports = new Map([...off].map((id) => [id, wayPort(document, id, adjacency.from(id), definitions)]));
  const key = JSON.stringify([adjacency.ids, [...ports]]);
  const kept = known.get(document.edges);
  if (kept?.key === key) return kept;
  const past = { key, ...leadOn(document, adjacency, ports) };
  known.set(document.edges, past);
  return past;
}

function leadOn(document: GraphDocument, adjacency: Adjacency, ports: WayPorts): Omit<Past, "key"> {
  const drawn = new Map<string, readonly string[]>();
  const taken = new Set(Object.keys(document.edges));
  const edges: Record<string, Edge> = {};
  const kept = new Set<string>();
  for (const { edge, ids } of waysPast(adjacency, ports)) {
    const [first = "", ...more] = ids;
    const id = Object.hasOwn(edges, first) ? freeId(taken, first) : first;
    const way = JSON.stringify([edge.source, edge.port, edge.target]);
    if (kept.has(way)) continue;
    kept.add(way);
    edges[id] = edge;
    if (more.length > 0) drawn.set(id, ids);
  }
  return { edges, drawn };
}

/** Nodes that runs go past. Start and End cannot be: there would be no run. */
export function disabledNodes(document: GraphDocument, definitions: NodeDefinitions): Set<string> {
  const off = Object.entries(document.nodes).filter(
    ([, node]) => node.disabled && definitionIn(definitions, node.type)?.role === undefined,
  );
  return new Set(off.map(([id]) => id));
}

/**
 * The port by which a disabled node is passed: `out` where it has one, else the first of its normal ports. While its
 * settings are incomplete nobody knows its ports, so its edges have to tell.
 */
export function wayPort(
  document: GraphDocument,
  nodeId: string,
  links: readonly Link[],
  definitions: NodeDefinitions,
): string | undefined {
  const node = own(document.nodes, nodeId);
  const { complete, ports } = node ? factsOf(node, definitions) : { complete: false, ports: [] };
  const names = complete ? ports.map(({ name }) => name) : byPort(links).map(([port]) => port);
  const normal = names.filter((name) => !isExceptional(name));
  return normal.find((name) => name === "out") ?? normal[0];
}

/** By which port each disabled node is passed. */
type WayPorts = ReadonlyMap<string, string | undefined>;

interface Way {
  edge: Edge;
  /** The edges that make the way, in order. */
  ids: string[];
}

/** Ways between nodes that run: direct ones first, so that they win over one that leads round a disabled node. */
function waysPast(adjacency: Adjacency, ports: WayPorts): Way[] {
  const onward = (nodeId: string) => adjacency.from(nodeId).filter((link) => link.port === ports.get(nodeId));
  const follow = (first: Way): Way[] => {
    const found: Way[] = [];
    const reached = new Set<string>();
    const queue = [first];
    // The list grows while it is walked: shortest ways come first, and each node is passed once.
    for (const way of queue) {
      const { target } = way.edge;
      if (reached.has(target)) continue;
      reached.add(target);
      if (ports.has(target)) queue.push(...onward(target).map((link) => joined(way, link)));
      else found.push(way);
    }
    return found;
  };
  return adjacency.links
    .filter((link) => !ports.has(link.source))
    .flatMap(({ id, ...edge }) => follow({ edge, ids: [id] }))
    .sort((one, other) => one.ids.length - other.ids.length);
}

function joined({ edge, ids }: Way, link: Link): Way {
  const caps = [edge.cap, link.cap].filter((cap) => cap !== undefined);
  const cap = caps.length > 0 ? { cap: Math.min(...caps) } : {};
  return {
    edge: { source: edge.source, port: edge.port, target: link.target, ...cap },
    ids: [...ids, link.id],
  };
}

function freeId(taken: Set<string>, base: string): string {
  let number = 2;
  while (taken.has(`${base}_${number}`)) number += 1;
  const id = `${base}_${number}`;
  taken.add(id);
  return id;
}
