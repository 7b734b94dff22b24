import { retryAfterMs } from "@/workflows/errors/retry-after";
import { isWorthRetrying, longestWaitMs } from "@/workflows/errors/worth-retrying";
import type { Policy } from "@/workflows/graph/node";

/**
 * How LangGraph tries a node again: after a pause that doubles (or what the policy says) and of which the length is drawn
 * by lot, so that nodes that failed together don't come back together; and not before the other side said it may.
 * LangGraph asks `retryOn` and then reads the pause, in one go, which is why one object serves all runs.
 */
export class Backoff {
  readonly maxAttempts: number;
  readonly backoffFactor: number;
  /** LangGraph's own jitter adds up to a second to any pause. */
  readonly jitter = false;
  readonly logWarning = false;
  private asked: number | undefined;

  constructor(
    private readonly retry: NonNullable<Policy["retry"]>,
    private readonly random: () => number = Math.random,
  ) {
    this.maxAttempts = retry.maxAttempts;
    this.backoffFactor = retry.backoffFactor;
  }

  readonly retryOn = (error: unknown): boolean => {
    this.asked = retryAfterMs(error);
    return isWorthRetrying(error);
  };

  /** Grows with `backoffFactor` up to `maxInterval`. */
  get initialInterval(): number {
    // What was asked for stands as it is: the largest interval cuts it to size, whatever the attempt.
    return this.asked === undefined ? this.random() * this.retry.initialIntervalMs : Infinity;
  }

  get maxInterval(): number {
    return this.asked === undefined
      ? longestWaitMs
      : this.asked + this.random() * this.retry.initialIntervalMs;
  }
}
