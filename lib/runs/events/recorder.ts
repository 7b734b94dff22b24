import type { EventDraft, RunEvent } from "@/workflows/events/event";
import type { NewRecordedCall } from "@/workflows/recording/recorded-call";
import type { Clock } from "../clock";
import { wasRolledBack } from "../database-error";
import type { Bases } from "./append";
import { EventBuffer } from "./buffer";
import type { AppendGroup } from "./group";

export interface RecorderOptions {
  append(groups: readonly AppendGroup[]): Promise<Bases>;
  /** Called with what is now stored, in order, per run. */
  publish(events: readonly RunEvent[]): void;
  clock: Clock;
  /** What is neither stored nor published; nothing, if absent. */
  leavesOut?: ((event: EventDraft) => boolean) | undefined;
  /**
   * Least time between the starts of two inserts of this process, milliseconds. Where somebody may be reading along
   * it follows how long the last insert took: a quiet process shows a token at once, a busy one writes larger groups.
   * What only a trace shows waits for `unread`: less than an eye notices, and busy runs need far fewer inserts.
   */
  windowMs?: Windows;
  /** Events of one run that may wait before its producer is asked to. */
  highWater?: number;
}

interface Windows {
  least: number;
  most: number;
  unread: number;
}

interface Track {
  runId: string;
  epoch: number;
  buffer: EventBuffer;
  /** Called once when the store refuses this run's events. */
  onLost(error?: unknown): void;
  lost: boolean;
  /** Part of the insert that is under way. */
  storing: boolean;
}

/** What of one run is stored together. */
interface Batch {
  track: Track;
  events: EventDraft[];
  calls: NewRecordedCall[];
}

/** What people read while it is written, or wait for. */
const readAlong: ReadonlySet<EventDraft["type"]> = new Set(["model.delta", "log"]);

const maxRunsPerGroup = 128;
/** Inserts may take this part of the time: the window is so many times what the last one took. */
const insertShare = 4;

/**
 * Stores the events of all runs of this process in groups: at once when idle, else at most one insert per window.
 * Stored first, then published. Each run's events keep their order.
 */
export class Recorder {
  private readonly waiting = new Set<Track>();
  private inFlight: Promise<void> | null = null;
  private lastStart = Number.NEGATIVE_INFINITY;
  private timer: { isRead: boolean; cancel: () => void } | null = null;
  /** Among what waits is something that people read as it comes. */
  private isRead = false;
  private lastTook = 0;
  private readonly windowMs: Windows;
  private readonly highWater: number;

  constructor(private readonly options: RecorderOptions) {
    this.windowMs = options.windowMs ?? { least: 4, most: 20, unread: 60 };
    this.highWater = options.highWater ?? 2_000;
  }

  /** A recorder for one claim of a run. `onLost`: the run belongs to another worker now, or storing failed. */
  open(runId: string, epoch: number, onLost: (error?: unknown) => void): RunRecorder {
    const track: Track = { runId, epoch, buffer: new EventBuffer(), onLost, lost: false, storing: false };
    return {
      emit: (event) => this.emit(track, event),
      keep: (call) => {
        if (track.lost) return;
        track.buffer.keep(call);
        // Stored with the event that comes of it: a round trip of its own would cost the run time.
        this.waiting.add(track);
      },
      flush: () => this.flush(track),
      pressure: () => (track.buffer.size > this.highWater ? this.flush(track) : undefined),
      close: () => {
        track.lost = true;
        this.waiting.delete(track);
      },
    };
  }

  private emit(track: Track, event: EventDraft): void {
    if (track.lost || this.options.leavesOut?.(event)) return;
    track.buffer.add(event);
    this.waiting.add(track);
    this.isRead ||= readAlong.has(event.type);
    this.schedule();
  }

  private async flush(track: Track): Promise<void> {
    while (!track.lost && (track.buffer.size > 0 || track.storing)) {
      await (this.inFlight ?? this.insert());
    }
  }

  private schedule(): void {
    if (this.inFlight || this.waiting.size === 0) return;
    const wait = this.lastStart + this.window() - this.options.clock.now();
    if (this.timer && this.timer.isRead === this.isRead) return;
    this.timer?.cancel();
    this.timer = { isRead: this.isRead, cancel: wait > 0 ? this.insertLater(wait) : this.insertSoon() };
  }

  private window(): number {
    const { least, most, unread } = this.windowMs;
    return this.isRead ? Math.min(most, Math.max(least, insertShare * this.lastTook)) : unread;
  }

  private insertLater(wait: number): () => void {
    return this.options.clock.after(wait, () => void this.insert());
  }

  /** At the end of this turn, with what else it brings: in a busy process a timer would cost another turn. */
  private insertSoon(): () => void {
    let calledOff = false;
    queueMicrotask(() => {
      if (!calledOff) void this.insert();
    });
    return () => {
      calledOff = true;
    };
  }

  /** Never rejects: a failure is told to the runs it hits. */
  private insert(): Promise<void> {
    this.inFlight ??= this.insertNow().finally(() => {
      this.inFlight = null;
      this.schedule();
    });
    return this.inFlight;
  }

  private async insertNow(): Promise<void> {
    this.timer?.cancel();
    this.timer = null;
    this.isRead = false;
    this.lastStart = this.options.clock.now();
    const tracks = [...this.waiting].slice(0, maxRunsPerGroup);
    const batch = tracks
      .map((track) => ({ track, events: track.buffer.take(), calls: track.buffer.takeCalls() }))
      .filter(({ events, calls }) => events.length + calls.length > 0);
    for (const track of tracks) {
      this.waiting.delete(track);
      track.storing = true;
    }
    if (batch.length > 0) await this.store(batch);
    this.lastTook = this.options.clock.now() - this.lastStart;
    for (const track of tracks) track.storing = false;
  }

  private async store(batch: Batch[]): Promise<void> {
    const groups = batch.map(({ track, events, calls }) => {
      const group = { runId: track.runId, epoch: track.epoch, events };
      return calls.length > 0 ? { ...group, calls } : group;
    });
    try {
      const bases = await this.options.append(groups);
      for (const { track, events } of batch) this.settle(track, events, bases.get(track.runId));
    } catch (error) {
      // One run's unstorable event must not take the others down. After a broken connection nobody knows whether
      // the group was stored; storing it again could repeat events, so its runs start over from a checkpoint.
      if (batch.length > 1 && wasRolledBack(error)) for (const single of batch) await this.store([single]);
      else for (const { track } of batch) lose(track, error);
    }
  }

  private settle(track: Track, events: EventDraft[], base: number | undefined): void {
    if (base === undefined) lose(track);
    else this.options.publish(number(track.runId, base, events));
  }
}

/** What a running run hands its events to. */
export interface RunRecorder {
  /** Never waits, never throws. */
  emit(event: EventDraft): void;
  /** The same for what came from outside. */
  keep(call: NewRecordedCall): void;
  /** Resolves when everything emitted so far is stored (or refused). */
  flush(): Promise<void>;
  /** A promise to wait for when events come faster than they can be stored. */
  pressure(): Promise<void> | undefined;
  /** Drops what is left; later events are ignored. */
  close(): void;
}

/** Gives stored events their numbers. */
export function number(runId: string, base: number, events: readonly EventDraft[]): RunEvent[] {
  return events.map((event, at) => ({ runId, seq: base + at + 1, ...event }));
}

function lose(track: Track, error?: unknown): void {
  if (track.lost) return;
  track.lost = true;
  // What came meanwhile must not be stored behind a gap.
  track.buffer.take();
  track.buffer.takeCalls();
  track.onLost(error);
}
