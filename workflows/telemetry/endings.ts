import type { RunEvent } from "@/workflows/events/event";
import { emptyView } from "@/workflows/events/project";
import { Fold } from "@/workflows/events/reduce/fold";
import { reduceEvent } from "@/workflows/events/reduce/registry";
import type { RunView, Span } from "@/workflows/events/run-view";

export interface Ended {
  span: Span;
  /** Number of the event that ended it. */
  seq: number;
}

/**
 * Folds a run's events into its view, and notes which event ended which span, so that what was told up to one event
 * need not be told again after it.
 */
export class Endings {
  private readonly fold: Fold;
  private readonly open = new Set<string>();
  private readonly ends = new Map<string, number>();
  /** Number of the event that ended the run. */
  private runEnd: number | undefined;

  constructor(runId: string) {
    this.fold = new Fold(emptyView(runId));
  }

  get view(): RunView {
    return this.fold.view;
  }

  /** Number of the event that ended the run, if one did. */
  get endedBy(): number | undefined {
    return this.runEnd;
  }

  /** In order, each once. */
  add(events: readonly RunEvent[]): void {
    for (const event of events) {
      if (event.type === "model.delta" && this.fold.span(event.data.spanId)?.text) continue;
      this.take(event);
    }
  }

  /** Spans that ended after this event, in the order of their ends. */
  after(seq: number): Ended[] {
    return this.view.spans
      .flatMap((span) => {
        const end = this.ends.get(span.id);
        return end !== undefined && end > seq ? [{ span, seq: end }] : [];
      })
      .sort((one, other) => one.seq - other.seq);
  }

  private take(event: RunEvent): void {
    const known = this.view.spans.length;
    reduceEvent(this.fold, event);
    this.view.seq = event.seq;
    for (const { id } of this.view.spans.slice(known)) this.open.add(id);
    if (this.view.endedAt !== undefined) this.runEnd ??= event.seq;
    if ("spanId" in event.data && event.data.spanId !== undefined) this.open.add(event.data.spanId);
    if (event.type !== "model.delta") this.settle(event.seq);
  }

  /** Few spans are open at a time, and any of them may have ended with what is around it. */
  private settle(seq: number): void {
    for (const id of this.open) {
      const span = this.fold.span(id);
      if (span?.endedAt === undefined) {
        this.ends.delete(id);
        // A call that goes on after a pause has another id then.
        if (!span) this.open.delete(id);
        continue;
      }
      this.open.delete(id);
      this.ends.set(id, seq);
    }
  }
}
