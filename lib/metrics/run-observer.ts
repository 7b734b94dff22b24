import { LRUCache } from "lru-cache";
import type { ModelOutcomes } from "@/lib/health/model-outcomes";
import type { EventType, RunEvent } from "@/workflows/events/event";
import type { Metrics } from "./metrics";

/** A run that this process has taken up. */
export interface TakenRun {
  runId: string;
  /** When it was taken up, milliseconds since the epoch. */
  at: number;
  /** How long it had waited, at its first claim. */
  waitedMs: number | undefined;
  /** Type of each node by its address. */
  types: ReadonlyMap<string, string>;
}

interface OpenSpan {
  start: number;
  provider: string;
  model: string;
  spoke: boolean;
}

interface Watched extends TakenRun {
  spoke: boolean;
  spans: Map<string, OpenSpan>;
}

type Handlers = {
  [Type in EventType]?: (event: Extract<RunEvent, { type: Type }>, run: Watched | undefined) => void;
};

/** More than any process works on; a run that was handed over is pushed out by later ones. */
const mostRuns = 2_000;

export type Counters = Pick<Metrics, "runs" | "nodes" | "models" | "tools" | "errors" | "events">;

/** Counts what happened from the events that this process has stored: each is counted once in the installation. */
export class RunObserver {
  private readonly runs = new LRUCache<string, Watched>({ max: mostRuns });
  private readonly handlers: Handlers;

  constructor(
    private readonly counters: Counters,
    private readonly outcomes: ModelOutcomes,
    private readonly now: () => number = Date.now,
  ) {
    this.handlers = {
      ...this.endings(),
      ...this.nodes(),
      ...this.models(),
      ...this.tools(),
    };
  }

  taken(run: TakenRun): void {
    if (run.waitedMs !== undefined) this.counters.runs.waited(run.waitedMs);
    this.runs.set(run.runId, { ...run, spoke: false, spans: new Map() });
  }

  /** @param events of one run, just stored */
  stored(events: readonly RunEvent[]): void {
    const last = events.at(-1);
    if (!last) return;
    this.counters.events(events.length, this.now() - last.ts);
    for (const event of events) this.handle(event, this.runs.peek(event.runId));
  }

  private handle<Type extends EventType>(
    event: Extract<RunEvent, { type: Type }>,
    run: Watched | undefined,
  ): void {
    // An event and its handler are of the same type, which the compiler cannot correlate.
    const handler: Handlers[Type] = this.handlers[event.type as Type];
    handler?.(event, run);
  }

  private endings(): Handlers {
    const end = (event: RunEvent, status: string) => {
      const run = this.runs.peek(event.runId);
      this.counters.runs.ended(status, run && Math.max(0, event.ts - run.at));
      this.runs.delete(event.runId);
    };
    return {
      "run.finished": (event) => end(event, "success"),
      "run.cancelled": (event) => end(event, "cancelled"),
      "run.interrupted": (event) => end(event, "interrupted"),
      "run.failed": (event) => {
        this.counters.errors("run", event.data.problem.code);
        end(event, event.data.status);
      },
    };
  }

  private nodes(): Handlers {
    const end = (
      event: RunEvent,
      spanId: string,
      outcome: Parameters<Metrics["nodes"]>[1],
      run: Watched | undefined,
    ) => {
      const span = closed(run, spanId);
      const type = run?.types.get(event.node ?? "");
      if (span && type) this.counters.nodes(type, outcome, event.ts - span.start);
    };
    return {
      "node.started": (event, run) => open(run, event.data.spanId, event.ts),
      "node.finished": (event, run) => {
        if (event.data.pinned) closed(run, event.data.spanId);
        else end(event, event.data.spanId, "finished", run);
      },
      "node.interrupted": (event, run) => end(event, event.data.spanId, "interrupted", run),
      "node.failed": (event, run) => {
        this.counters.errors("node", event.data.problem.code);
        end(event, event.data.spanId, "failed", run);
      },
    };
  }

  private models(): Handlers {
    const { models, errors, runs } = this.counters;
    return {
      "model.started": ({ data, ts }, run) => open(run, data.spanId, ts, data),
      "model.delta": ({ data, ts }, run) => {
        const span = run?.spans.get(data.spanId);
        if (!run || !span || span.spoke) return;
        span.spoke = true;
        models.firstToken(span, Math.max(0, ts - span.start));
        if (run.spoke || run.waitedMs === undefined) return;
        run.spoke = true;
        runs.firstToken(Math.max(0, ts - run.at) + run.waitedMs);
      },
      "model.finished": ({ data, ts }, run) => {
        const start = closed(run, data.spanId)?.start ?? ts;
        if (data.kept) return models.kept(data, data.kept);
        models.finished(data, Math.max(0, ts - start), data.usage, data.costMicros);
        this.outcomes.succeeded(data.provider, data.model, ts);
      },
      "model.failed": ({ data, ts }, run) => {
        errors("model", data.problem.code);
        const span = closed(run, data.spanId);
        if (!span) return;
        models.failed(span, Math.max(0, ts - span.start));
        this.outcomes.failed(span.provider, span.model, ts, data.problem.message);
      },
    };
  }

  private tools(): Handlers {
    const end = (run: Watched | undefined, spanId: string, ts: number, outcome: "finished" | "failed") => {
      const span = closed(run, spanId);
      if (span) this.counters.tools(outcome, Math.max(0, ts - span.start));
    };
    return {
      "tool.started": ({ data, ts }, run) => open(run, data.spanId, ts),
      "tool.finished": ({ data, ts }, run) => end(run, data.spanId, ts, "finished"),
      "tool.failed": ({ data, ts }, run) => {
        this.counters.errors("tool", data.problem.code);
        end(run, data.spanId, ts, "failed");
      },
    };
  }
}

function open(
  run: Watched | undefined,
  spanId: string,
  start: number,
  { provider, model } = { provider: "", model: "" },
): void {
  run?.spans.set(spanId, { start, provider, model, spoke: false });
}

function closed(run: Watched | undefined, spanId: string): OpenSpan | undefined {
  const span = run?.spans.get(spanId);
  run?.spans.delete(spanId);
  return span;
}
