import { BitMatrix } from "./bit-matrix";

interface FreeWalk {
  size: number;
  /** Sets of nodes at which paths part. */
  forks: readonly (readonly number[])[];
  next: readonly (readonly number[])[];
  /** For each node, where the other path may not stand for it to go on. */
  waitsFor: BitMatrix;
  /** Nodes for which that counts; the others never wait. */
  waits: (node: number) => boolean;
}

/**
 * Every pair of nodes at which two paths from one fork can stand, each at its own pace. A row of the table is carried
 * over to the next node as a whole, word by word: on wide graphs nearly all pairs are possible.
 */
export function freePairs({ size, forks, next, waitsFor, waits }: FreeWalk): BitMatrix {
  const pairs = new BitMatrix(size);
  const queue: number[] = [];
  const queued = new Uint8Array(size);
  const grew = (node: number) => {
    if (queued[node]) return;
    queued[node] = 1;
    queue.push(node);
  };
  const add = (a: number, b: number) => {
    if (a === b) return;
    pairs.set(a, b);
    pairs.set(b, a);
    grew(a);
    grew(b);
  };
  for (const fork of forks) for (const a of fork) for (const b of fork) add(a, b);
  // The queue grows while it is walked: a row that gained something comes again at the end.
  for (const a of queue) {
    queued[a] = 0;
    const held = waits(a) ? waitsFor : undefined;
    for (const x of next[a] ?? []) pairs.eachMissing(x, a, held, (b) => add(x, b));
  }
  return pairs;
}
