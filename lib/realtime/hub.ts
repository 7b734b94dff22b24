import type { RunEvent } from "@/workflows/events/event";
import { channels, type Notifier } from "./notifier";

/** Somebody who follows a run in this process. */
export interface Watcher {
  /** Stored by this process; numbers follow each other within a batch. */
  events(batch: readonly RunEvent[]): void;
  /** There are (or may be) stored events that were not delivered: up to this number, where it is known. */
  behind(lastSeq?: number): void;
}

/** Carries stored events to those in this process who follow their run, and says when others stored some. */
export class RunHub {
  private readonly watchers = new Map<string, Set<Watcher>>();
  private readonly listeners = new Set<(batch: readonly RunEvent[]) => void>();

  constructor(notifier: Pick<Notifier, "on" | "onReconnect" | "processId">) {
    notifier.on(channels.events, (payload) => this.told(payload, notifier.processId));
    notifier.onReconnect(() => {
      for (const runId of this.watchers.keys()) this.behind(runId);
    });
  }

  /** Runs that somebody follows. */
  get followed(): string[] {
    return [...this.watchers.keys()];
  }

  watch(runId: string, watcher: Watcher): () => void {
    const set = this.watchers.get(runId) ?? new Set();
    this.watchers.set(runId, set.add(watcher));
    return () => {
      set.delete(watcher);
      if (set.size === 0 && this.watchers.get(runId) === set) this.watchers.delete(runId);
    };
  }

  /** Hears of everything that this process stores, one run's batch at a time. Must not throw. */
  listen(listener: (batch: readonly RunEvent[]) => void): void {
    this.listeners.add(listener);
  }

  /** Events of one run, just stored by this process. */
  publish(events: readonly RunEvent[]): void {
    const runId = events[0]?.runId;
    if (runId === undefined) return;
    for (const listener of this.listeners) listener(events);
    for (const watcher of this.watchers.get(runId) ?? []) watcher.events(events);
  }

  private told(payload: string, ownId: number): void {
    const [sender, runs = ""] = payload.split(" ");
    if (sender === String(ownId)) return;
    for (const part of runs.split(",")) this.behind(part.slice(0, part.indexOf(":")));
  }

  /** Those who follow a run learn how far it is stored. */
  behind(runId: string, lastSeq?: number): void {
    for (const watcher of this.watchers.get(runId) ?? []) watcher.behind(lastSeq);
  }
}
