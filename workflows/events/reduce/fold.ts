import { own } from "@/workflows/graph/record";
import type { RunEvent, RunProblem } from "../event";
import type { NodeStatus, NodeView, RunView, Span } from "../run-view";
import { SpanIndex } from "./span-index";

/** Live spans stand at the end: so many are looked through before all of them are put in an index. */
const lately = 32;

/**
 * A view under construction: copies a part of the given view the first time that part changes, so that `project`
 * stays pure without copying everything for every event.
 */
export class Fold {
  readonly view: RunView;
  private readonly owned = new WeakSet<object>();
  private index: SpanIndex | undefined;

  constructor(given: RunView) {
    this.view = {
      ...given,
      nodes: { ...given.nodes },
      edges: { ...given.edges },
      spans: [...given.spans],
      checkpoints: [...given.checkpoints],
      interrupts: [...given.interrupts],
      logs: [...given.logs],
      tokens: { ...given.tokens },
      cost: { ...given.cost },
    };
  }

  /** The span, ready to be changed. */
  span(id: string): Span | undefined {
    const at = this.placeOf(id);
    const found = this.view.spans[at];
    if (!found || this.owned.has(found)) return found;
    const copy = { ...found };
    this.owned.add(copy);
    this.view.spans[at] = copy;
    return copy;
  }

  addSpan(span: Span): Span {
    this.owned.add(span);
    this.index?.add(span, this.view.spans.length);
    this.view.spans.push(span);
    return span;
  }

  isRunning(spanId: string): boolean {
    return this.view.spans[this.placeOf(spanId)]?.status === "running";
  }

  /** The last visit of a node that is so, as it stands. */
  lastVisit(nodeId: string, isSo: (visit: Span) => boolean): Span | undefined {
    const places = this.indexed().visitsOf(nodeId);
    for (let at = places.length - 1; at >= 0; at -= 1) {
      const visit = this.view.spans[places[at] ?? -1];
      if (visit && isSo(visit)) return visit;
    }
    return undefined;
  }

  /** Gives a span another id; those below it are not told. */
  rename(span: Span, id: string): void {
    span.id = id;
    this.index = undefined;
  }

  /** The node's view, ready to be changed. */
  node(id: string): NodeView {
    const found = own(this.view.nodes, id);
    if (found && this.owned.has(found)) return found;
    const copy: NodeView = found
      ? { ...found, cost: { ...found.cost } }
      : { status: "running", visits: 0, ms: 0, tokens: 0, cost: { micros: 0, unknownCalls: 0 }, text: "" };
    this.owned.add(copy);
    this.view.nodes[id] = copy;
    return copy;
  }

  /** Ends what was at work below a span that has failed: it was stopped with it. */
  closeBelow(spanId: string, ts: number, problem: RunProblem): void {
    const below = new Set([spanId]);
    const nodes = new Set<string>();
    for (const { id, parentId, status, nodeId, kind } of this.view.spans) {
      if (parentId === undefined || !below.has(parentId)) continue;
      below.add(id);
      if (status !== "running" && status !== "waiting") continue;
      const span = this.span(id);
      if (span) Object.assign(span, { status: "failed", endedAt: ts, problem } satisfies Partial<Span>);
      if (kind === "node" && nodeId) nodes.add(nodeId);
    }
    for (const nodeId of nodes) {
      const busy = this.lastVisit(nodeId, ({ status }) => status !== "done" && status !== "failed");
      const node = this.node(nodeId);
      node.status = busy?.status ?? "failed";
      if (!busy) delete node.startedAt;
    }
  }

  /** Ends what is in one of these states: the run stopped around it. */
  close(states: readonly NodeStatus[], ts: number, problem: RunProblem): void {
    for (const { id, status } of this.view.spans) {
      if (!states.includes(status)) continue;
      const span = this.span(id);
      if (span) Object.assign(span, { status: "failed", endedAt: ts, problem } satisfies Partial<Span>);
    }
    for (const [id, { status }] of Object.entries(this.view.nodes)) {
      if (!states.includes(status)) continue;
      const node = this.node(id);
      node.status = "failed";
      node.problem = problem;
      delete node.startedAt;
    }
  }

  private placeOf(id: string): number {
    const { spans } = this.view;
    for (let at = spans.length - 1; at >= Math.max(0, spans.length - lately); at -= 1) {
      if (spans[at]?.id === id) return at;
    }
    return spans.length <= lately ? -1 : (this.indexed().at(id) ?? -1);
  }

  private indexed(): SpanIndex {
    this.index ??= new SpanIndex(this.view.spans);
    return this.index;
  }
}

export type EventOf<Type extends RunEvent["type"]> = Extract<RunEvent, { type: Type }>;

/** Folds one kind of event into a view. */
export type Reduce<Type extends RunEvent["type"]> = (fold: Fold, event: EventOf<Type>) => void;
