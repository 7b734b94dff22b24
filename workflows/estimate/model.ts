import { byPort } from "@/workflows/graph/analysis/adjacency";
import { startsOf } from "@/workflows/graph/analysis/inputs";
import { isExceptional } from "@/workflows/graph/analysis/numbered";
import { topologyOf } from "@/workflows/graph/analysis/topology";
import { bypass } from "@/workflows/graph/bypass";
import type { GraphDocument } from "@/workflows/graph/document";
import { factsOf } from "@/workflows/graph/node-facts";
import { limitPort, type NodeDefinitions } from "@/workflows/nodes/ports";
import type { NodeHistory } from "./history";

/** A graph ready to be walked at random. */
export interface RunModel {
  starts: readonly string[];
  nodes: ReadonlyMap<string, ModelNode>;
  /** Whether `join` waits while a parallel branch stands at `node`. */
  waitsFor: (join: string, node: string) => boolean;
  joins: ReadonlySet<string>;
  /** Supersteps after which a run stops. */
  stepLimit: number;
}

export interface ModelNode {
  id: string;
  /** Start and End: runs do nothing there. */
  passive: boolean;
  /** It takes as much as its list is long. */
  repeats: boolean;
  history: NodeHistory | undefined;
  routes: ReadonlyMap<string, Route>;
  choose: Choose;
}

export interface Route {
  targets: readonly string[];
  /** Edges that one run may take so often. */
  caps: readonly { edgeId: string; cap: number }[];
}

/** The port a node leaves by on its nth visit of a run, for a random number from 0 up to 1. */
export type Choose = (visit: number, u: number) => string | undefined;

/** Joins what runs of a graph can do with what earlier ones did. Disabled nodes are bypassed, as in runs. */
export function runModel(
  document: GraphDocument,
  history: readonly NodeHistory[],
  definitions: NodeDefinitions,
): RunModel {
  const running = bypass(document, definitions).document;
  const { adjacency, reachable, starts, concurrency } = topologyOf(running, startsOf(running, definitions));
  const known = new Map(history.map((each) => [each.nodeId, each]));
  const nodes = new Map<string, ModelNode>();
  for (const id of adjacency.ids) {
    const node = running.nodes[id];
    if (!node || !reachable.has(id)) continue;
    const { definition, ports, subgraph } = factsOf(node, definitions);
    const routes = new Map(
      byPort(adjacency.from(id)).map(([port, links]): [string, Route] => [
        port,
        {
          targets: [...new Set(links.map((link) => link.target))],
          caps: links.flatMap(({ id: edgeId, cap }) => (cap === undefined ? [] : [{ edgeId, cap }])),
        },
      ]),
    );
    const names = new Set([...ports.map(({ name }) => name), ...routes.keys()]);
    const past = known.get(id);
    nodes.set(id, {
      id,
      passive: definition?.role !== undefined,
      repeats: subgraph?.repeats ?? false,
      history: past,
      routes,
      choose: chooser(past, [...names]),
    });
  }
  const { waitsFor, joins } = concurrency();
  return { starts, nodes, waitsFor, joins, stepLimit: document.settings.recursionLimit };
}

/**
 * By how often each port was taken on that visit; where none was, on all visits; without any history all normal ports
 * are equally likely. The port of a used-up loop is never chosen: the cap itself leads there.
 */
function chooser(history: NodeHistory | undefined, names: readonly string[]): Choose {
  const taken = (history?.ports ?? []).filter(({ port }) => port !== limitPort.name && names.includes(port));
  const last = Math.max(0, ...(history?.ports ?? []).map(({ visit }) => visit));
  const ofVisit = Map.groupBy(taken, ({ visit }) => visit);
  const normal = names.filter((name) => !isExceptional(name)).sort();
  const guess = normal.map((port) => ({ port, times: 1 }));
  const ofAll = taken.length > 0 ? taken : guess;
  return (visit, u) => pick(ofVisit.get(Math.min(visit, last)) ?? ofAll, u);
}

function pick(choices: readonly { port: string; times: number }[], u: number): string | undefined {
  if (choices.length === 1) return choices[0]?.port;
  let rest = u * choices.reduce((sum, { times }) => sum + times, 0);
  for (const { port, times } of choices) {
    rest -= times;
    if (rest < 0) return port;
  }
  return choices.at(-1)?.port;
}
