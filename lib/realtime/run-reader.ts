import { type Clock, pause, systemClock } from "@/lib/runs/clock";
import type { RunEvent } from "@/workflows/events/event";
import type { RunHub } from "./hub";

export type EventListener = (events: readonly RunEvent[]) => void | Promise<void>;

export interface ReaderDeps {
  hub: Pick<RunHub, "watch">;
  /** Stored events after a number, in order, at most `limit`. */
  load(runId: string, after: number, limit: number): Promise<RunEvent[]>;
  clock?: Clock;
  /** Live events held for a slow listener; beyond that it catches up from the store. */
  maxBuffered?: number;
}

export interface Reader {
  close(): void;
}

const pageSize = 500;
const retryMs = 250;

/**
 * Delivers a run's events after a number: history, then live, in order, without gap or repeat. The next batch comes
 * when the listener's promise resolves. The one reader behind both SSE and sockets.
 */
export function readRun(deps: ReaderDeps, runId: string, after: number, listener: EventListener): Reader {
  const reader = new RunReader(deps, runId, after, listener);
  void reader.run();
  return reader;
}

class RunReader implements Reader {
  private buffer: RunEvent[] = [];
  /** The store holds more than was delivered or buffered. */
  private isBehind = true;
  private closed = false;
  private wake = () => {};
  private readonly unwatch: () => void;
  private readonly maxBuffered: number;

  constructor(
    private readonly deps: ReaderDeps,
    private readonly runId: string,
    private cursor: number,
    private readonly listener: EventListener,
  ) {
    this.maxBuffered = deps.maxBuffered ?? 1_000;
    // Watching starts before the first look into the store, so that nothing falls between.
    this.unwatch = deps.hub.watch(runId, {
      events: (batch) => this.receive(batch),
      behind: (lastSeq) => this.fallBehind(lastSeq),
    });
  }

  close(): void {
    this.closed = true;
    this.unwatch();
    this.buffer = [];
    this.wake();
  }

  async run(): Promise<void> {
    while (!this.closed) {
      if (this.isBehind) await this.catchUp();
      else if (this.buffer.length > 0) await this.deliverLive();
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  private receive(batch: readonly RunEvent[]): void {
    if (this.buffer.length + batch.length > this.maxBuffered) {
      this.buffer = [];
      this.isBehind = true;
    } else {
      this.buffer.push(...batch);
    }
    this.wake();
  }

  private fallBehind(lastSeq = Number.POSITIVE_INFINITY): void {
    if (lastSeq <= (this.buffer.at(-1)?.seq ?? this.cursor)) return;
    this.isBehind = true;
    this.wake();
  }

  private async catchUp(): Promise<void> {
    this.isBehind = false;
    const page = await this.loadPage();
    if (!page || page.length === pageSize) this.isBehind = true;
    if (page) await this.deliver(page);
  }

  /** undefined: the database is away for a moment; the reader knows its place and simply tries again. */
  private async loadPage(): Promise<RunEvent[] | undefined> {
    try {
      return await this.deps.load(this.runId, this.cursor, pageSize);
    } catch {
      await pause(this.deps.clock ?? systemClock, retryMs);
      return undefined;
    }
  }

  private async deliverLive(): Promise<void> {
    const fresh = this.buffer.filter(({ seq }) => seq > this.cursor);
    this.buffer = [];
    const first = fresh[0];
    if (!first) return;
    if (first.seq === this.cursor + 1 && isContiguous(fresh)) await this.deliver(fresh);
    else this.isBehind = true;
  }

  private async deliver(events: readonly RunEvent[]): Promise<void> {
    const last = events.at(-1);
    if (!last || this.closed) return;
    this.cursor = last.seq;
    try {
      await this.listener(events);
    } catch {
      // The other end is gone: nothing more to read for.
      this.close();
    }
  }
}

function isContiguous(events: readonly RunEvent[]): boolean {
  return events.every((event, at) => at === 0 || event.seq === (events[at - 1]?.seq ?? 0) + 1);
}
