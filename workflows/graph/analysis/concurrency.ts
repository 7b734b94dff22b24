import type { Adjacency } from "./adjacency";
import { BitMatrix } from "./bit-matrix";
import { freePairs } from "./free-pairs";
import { lazy } from "./lazy";
import { type Numbered, numbered } from "./numbered";

/**
 * Which nodes can run at the same time.
 *
 * Two paths of a run part only where one port has several edges; ports of one node exclude each other. From each
 * such fork, all pairs of places are followed. A node to which the other path still leads waits for it (a join),
 * so the two do not run together.
 */
export interface Concurrency {
  /** Both can run in the same superstep. */
  together: (one: string, other: string) => boolean;
  /** Both run in the same superstep whenever their fork is reached, whatever the conditions say. */
  surelyTogether: (one: string, other: string) => boolean;
  /** They can stand on parallel branches of one run, in the same superstep or not. */
  parallel: (one: string, other: string) => boolean;
  /** For each of these nodes that has any: those of the others to which it stands so. Kept per question. */
  beside: (
    how: Besides,
    nodes: readonly string[],
    others: readonly string[],
  ) => ReadonlyMap<string, string[]>;
  /** `join` waits while a parallel branch stands at `node`. */
  waitsFor: (join: string, node: string) => boolean;
  /** Whether a path leads from one to the other without going round a loop. */
  leadsTo: (one: string, other: string) => boolean;
  /** Nodes that wait for several parallel branches, in id order. */
  joins: ReadonlySet<string>;
}

/** How nodes run beside each other: each of these is implied by the next. */
export type Besides = "parallel" | "together" | "surely";

/** `starts` are the nodes where a run begins. Each table is made when it is first asked for. */
export function concurrencyOf(adjacency: Adjacency, starts: readonly string[]): Concurrency {
  const graph = numbered(adjacency, starts);
  const { ids, ahead, next, surely, forks } = graph;
  const behind = ahead.turned();
  const joins = joinsOf(graph, behind);
  const waits = (a: number, b: number) => joins.has(a) && ahead.get(b, a);
  const free = lazy(() =>
    freePairs({ size: ids.length, forks, next, waitsFor: behind, waits: (a) => joins.has(a) }),
  );
  const together = lazy(() => pairsInStep(graph, next, waits));
  const sure = lazy(() => pairsInStep(graph, surely, waits));
  const ask = (question: (a: number, b: number) => boolean) => (one: string, other: string) => {
    const a = graph.numberOf.get(one);
    const b = graph.numberOf.get(other);
    return a !== undefined && b !== undefined && question(a, b);
  };
  const beside =
    (table: () => BitMatrix) =>
    (a: number, b: number): boolean =>
      table().get(a, b) && !waits(a, b) && !waits(b, a);
  const how: Record<Besides, (a: number, b: number) => boolean> = {
    parallel: beside(free),
    together: beside(together),
    surely: beside(sure),
  };
  return {
    together: ask(how.together),
    surelyTogether: ask(how.surely),
    parallel: ask(how.parallel),
    beside: kept((kind, nodes, others) => besideIn(graph, how[kind], nodes, others)),
    waitsFor: ask((a, b) => free().get(a, b) && waits(a, b)),
    leadsTo: ask((a, b) => ahead.get(a, b)),
    joins: new Set(ids.filter((_, index) => joins.has(index))),
  };
}

function besideIn(
  { numberOf }: Numbered,
  meet: (a: number, b: number) => boolean,
  nodes: readonly string[],
  others: readonly string[],
): Map<string, string[]> {
  const numbers = others.map((id) => numberOf.get(id) ?? -1);
  const found = nodes.map((id): [string, string[]] => {
    const a = numberOf.get(id);
    if (a === undefined) return [id, []];
    return [id, others.filter((_, index) => (numbers[index] ?? -1) >= 0 && meet(a, numbers[index] ?? -1))];
  });
  return new Map(found.filter(([, met]) => met.length > 0));
}

/** While a graph keeps its shape, the same is asked again with every key that is typed. */
function kept(answer: Concurrency["beside"]): Concurrency["beside"] {
  const answers = new Map<string, ReadonlyMap<string, string[]>>();
  return (how, nodes, others) => {
    const question = `${how}:${nodes.join(" ")}:${others.join(" ")}`;
    const known = answers.get(question) ?? answer(how, nodes, others);
    answers.set(question, known);
    return known;
  };
}

/** A node waits where one of two parallel paths stands before it while the other still leads to it. */
function joinsOf({ ids, forks, forward }: Numbered, behind: BitMatrix): Set<number> {
  const size = ids.length;
  const pairs = freePairs({ size, forks, next: forward, waitsFor: behind, waits: () => true });
  return new Set(Array.from({ length: size }, (_, node) => node).filter((node) => pairs.meets(node, behind)));
}

/**
 * Every pair of nodes at which two paths from one fork can stand when both move with every superstep.
 * @param waits whether a path before node `a` stays there while the other is at `b`
 */
function pairsInStep(
  { ids, forks }: Numbered,
  next: readonly (readonly number[])[],
  waits: (a: number, b: number) => boolean,
): BitMatrix {
  const seen = new BitMatrix(ids.length);
  const queue: [number, number][] = [];
  const visit = (a: number, b: number) => {
    if (a === b || seen.get(a, b)) return;
    seen.set(a, b);
    seen.set(b, a);
    queue.push([a, b]);
  };
  for (const fork of forks) for (const a of fork) for (const b of fork) visit(a, b);
  for (const [a, b] of queue) {
    const afterA = waits(a, b) ? [a] : (next[a] ?? []);
    const afterB = waits(b, a) ? [b] : (next[b] ?? []);
    for (const x of afterA) for (const y of afterB) visit(x, y);
  }
  return seen;
}
