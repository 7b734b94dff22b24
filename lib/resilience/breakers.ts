import { LRUCache } from "lru-cache";
import type { Log } from "@/lib/log/log";
import { Breaker, type BreakerLimits, type OtherSide } from "./breaker";
import type { BreakerState } from "./breaker-state";

/** What somebody wants of a breaker: all but the key, which follows from it. */
export interface BreakerPlace extends Omit<OtherSide, "key"> {
  /** Tells it from others of its kind in the workspace. */
  id: string;
  /** What it stands before has changed with it: the count begins anew. */
  version?: string;
}

const defaultLimits: BreakerLimits = { failures: 5, firstMs: 10_000, mostMs: 300_000 };

/** The circuit breakers of this process, each made when its other side is first called. */
export class Breakers {
  // One that is pushed out starts anew, closed.
  private readonly breakers = new LRUCache<string, { breaker: Breaker; version: string | undefined }>({
    max: 5_000,
  });
  private readonly listeners = new Set<(state: BreakerState) => void>();

  constructor(
    private readonly log: Pick<Log, "warn" | "info">,
    private readonly limits: BreakerLimits = defaultLimits,
  ) {}

  of({ id, version, ...side }: BreakerPlace): Breaker {
    const key = `${side.kind}:${side.workspaceId}:${id}`;
    const found = this.breakers.get(key);
    if (found && found.version === version) return found.breaker;
    const breaker = new Breaker({ ...side, key }, this.limits, (state) => this.changed(state));
    this.breakers.set(key, { breaker, version });
    return breaker;
  }

  /** One for each other side that has failed and not answered since. */
  states(): BreakerState[] {
    return [...this.breakers.values()]
      .map(({ breaker }) => breaker.state())
      .filter(({ state, failures }) => state !== "closed" || failures > 0);
  }

  /** Lets the next call through. Another workspace's breaker is not touched. */
  tryNow(workspaceId: string, key: string): void {
    const breaker = this.breakers.get(key)?.breaker;
    if (breaker?.side.workspaceId === workspaceId) breaker.tryNow();
  }

  /** Hears of each change of state. */
  onChange(listener: (state: BreakerState) => void): void {
    this.listeners.add(listener);
  }

  private changed(state: BreakerState): void {
    const level = state.state === "open" ? "warn" : "info";
    this.log[level](
      { breaker: state },
      `circuit breaker of ${state.name} is ${state.state.replace("_", "-")}`,
    );
    for (const listener of this.listeners) listener(state);
  }
}
