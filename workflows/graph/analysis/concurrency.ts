import type { Adjacency } from "./adjacency";
import { BitMatrix } from "./bit-matrix";
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
  /** `join` waits while a parallel branch stands at `node`. */
  waitsFor: (join: string, node: string) => boolean;
  /** Whether a path leads from one to the other without going round a loop. */
  leadsTo: (one: string, other: string) => boolean;
  /** Nodes that wait for several parallel branches, in id order. */
  joins: ReadonlySet<string>;
}

/** `starts` are the nodes where a run begins. */
export function concurrencyOf(adjacency: Adjacency, starts: readonly string[]): Concurrency {
  const graph = numbered(adjacency, starts);
  const joins = joinsOf(graph);
  const waits = (a: number, b: number) => joins.has(a) && graph.ahead.get(b, a);
  const together = pairs(graph, { next: graph.next, inStep: true, waits });
  const sure = pairs(graph, { next: graph.surely, inStep: true, waits });
  const parallel = pairs(graph, { next: graph.next, inStep: false, waits });
  const ask = (question: (a: number, b: number) => boolean) => (one: string, other: string) => {
    const a = graph.numberOf.get(one);
    const b = graph.numberOf.get(other);
    return a !== undefined && b !== undefined && question(a, b);
  };
  const running = (table: BitMatrix) => ask((a, b) => table.get(a, b) && !waits(a, b) && !waits(b, a));
  return {
    together: running(together),
    surelyTogether: running(sure),
    parallel: running(parallel),
    waitsFor: ask((a, b) => parallel.get(a, b) && waits(a, b)),
    leadsTo: ask((a, b) => graph.ahead.get(a, b)),
    joins: new Set(graph.ids.filter((_, index) => joins.has(index))),
  };
}

/** A node waits where one of two parallel paths stands before it while the other still leads to it. */
function joinsOf(graph: Numbered): Set<number> {
  const joins = new Set<number>();
  pairs(graph, {
    next: graph.forward,
    inStep: false,
    waits: (a, b) => {
      const waits = graph.ahead.get(b, a);
      if (waits) joins.add(a);
      return waits;
    },
  });
  return joins;
}

interface Walk {
  next: readonly (readonly number[])[];
  /** Both paths move with every superstep, or each at its own pace. */
  inStep: boolean;
  /** Whether a path before node `a` stays there while the other is at `b`. */
  waits: (a: number, b: number) => boolean;
}

/** Every pair of places at which the two paths from one fork can be. */
function pairs(graph: Numbered, { next, inStep, waits }: Walk): BitMatrix {
  const seen = new BitMatrix(graph.ids.length);
  const queue: [number, number][] = [];
  const visit = (a: number, b: number) => {
    if (a === b || seen.get(a, b)) return;
    seen.set(a, b);
    seen.set(b, a);
    queue.push([a, b]);
  };
  for (const fork of graph.forks) for (const a of fork) for (const b of fork) visit(a, b);
  for (const [a, b] of queue) {
    const afterA = waits(a, b) ? [a] : (next[a] ?? []);
    const afterB = waits(b, a) ? [b] : (next[b] ?? []);
    if (inStep) {
      for (const x of afterA) for (const y of afterB) visit(x, y);
    } else {
      for (const x of afterA) visit(x, b);
      for (const y of afterB) visit(a, y);
    }
  }
  return seen;
}
