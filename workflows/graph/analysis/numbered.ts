import { type Adjacency, byPort } from "./adjacency";
import { backEdges } from "./back-edges";
import { BitMatrix } from "./bit-matrix";
import { reachableFrom } from "./reachability";

/** Ports that a node only takes when something went wrong or a loop is used up. */
const exceptionalPorts: readonly string[] = ["error", "limit", "timeout"];

/** Whether a port belongs to the normal course of a node. */
export function isExceptional(port: string): boolean {
  return exceptionalPorts.includes(port);
}

/** A graph over numbers instead of ids, for analyses that look at every pair of nodes. */
export interface Numbered {
  ids: readonly string[];
  numberOf: ReadonlyMap<string, number>;
  /** Targets by any port. */
  next: readonly (readonly number[])[];
  /** The same without edges that lead back. */
  forward: readonly (readonly number[])[];
  /** Targets that follow whatever happens in the normal course: those of the node's only normal port. */
  surely: readonly (readonly number[])[];
  /** Sets of nodes that one visit starts at the same time: targets of a port with several edges, where runs get to. */
  forks: readonly (readonly number[])[];
  /** Whether a row's node leads to a column's without going round a loop. */
  ahead: BitMatrix;
}

/** `starts` decide what runs get to and which edges count as leading back; see `backEdges`. */
export function numbered(adjacency: Adjacency, starts: readonly string[]): Numbered {
  const { ids } = adjacency;
  const numberOf = new Map(ids.map((id, index) => [id, index]));
  const number = (id: string) => numberOf.get(id) ?? -1;
  const back = backEdges(adjacency, starts);
  const reachable = reachableFrom(adjacency, starts);
  const ports = ids.map((id) =>
    byPort(adjacency.from(id)).map(([port, links]) => ({
      port,
      targets: [...new Set(links.map((link) => number(link.target)))],
    })),
  );
  const normal = ports.map((of) => of.filter(({ port }) => !isExceptional(port)));
  return {
    ids,
    numberOf,
    next: ports.map((of) => [...new Set(of.flatMap(({ targets }) => targets))]),
    surely: normal.map((of) => (of.length === 1 ? (of[0]?.targets ?? []) : [])),
    forward: ids.map((id) =>
      adjacency.from(id).flatMap((link) => (back.has(link.id) ? [] : [number(link.target)])),
    ),
    forks: ports
      .filter((_, index) => reachable.has(ids[index] ?? ""))
      .flatMap((of) => of.flatMap(({ targets }) => (targets.length > 1 ? [targets] : []))),
    ahead: aheadOf(adjacency, back, number),
  };
}

function aheadOf(adjacency: Adjacency, back: ReadonlySet<string>, number: (id: string) => number): BitMatrix {
  const ahead = new BitMatrix(adjacency.ids.length);
  for (const id of lastFirst(adjacency, back)) {
    for (const link of adjacency.from(id)) {
      if (back.has(link.id)) continue;
      ahead.set(number(id), number(link.target));
      ahead.join(number(id), number(link.target));
    }
  }
  return ahead;
}

/** Ids in an order in which every node comes after all that it leads to, back edges aside. */
function lastFirst(adjacency: Adjacency, back: ReadonlySet<string>): string[] {
  const open = new Map(
    adjacency.ids.map((id) => [id, adjacency.from(id).filter((link) => !back.has(link.id)).length]),
  );
  const order = adjacency.ids.filter((id) => open.get(id) === 0);
  for (const id of order) {
    for (const link of adjacency.into(id)) {
      if (back.has(link.id)) continue;
      const left = (open.get(link.source) ?? 0) - 1;
      open.set(link.source, left);
      if (left === 0) order.push(link.source);
    }
  }
  return order;
}
