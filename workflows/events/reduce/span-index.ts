import type { Span } from "../run-view";

/**
 * Where the spans of a run stand in its list, to which spans are only ever added. A long run is folded at once: to go
 * through the list for each of its events would take as long as its length times itself.
 */
export class SpanIndex {
  private readonly byId = new Map<string, number>();
  private readonly byNode = new Map<string, number[]>();

  constructor(spans: readonly Span[]) {
    for (const [at, span] of spans.entries()) this.add(span, at);
  }

  add({ id, kind, nodeId }: Span, at: number): void {
    this.byId.set(id, at);
    if (kind !== "node" || nodeId === undefined) return;
    const known = this.byNode.get(nodeId);
    if (known) known.push(at);
    else this.byNode.set(nodeId, [at]);
  }

  /** Of two spans with one id the later one; undefined: none. */
  at(id: string): number | undefined {
    return this.byId.get(id);
  }

  /** The visits of a node, in order. */
  visitsOf(nodeId: string): readonly number[] {
    return this.byNode.get(nodeId) ?? [];
  }
}
