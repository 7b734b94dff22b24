import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  type FailureReason,
  handleWhen,
} from "cockatiel";
import { z } from "zod";
import type { AppError } from "@/workflows/errors/app-error";
import { retryAfterMs } from "@/workflows/errors/retry-after";
import { type Verdict, verdictOf } from "./blame";
import type { BreakerState } from "./breaker-state";
import { circuitOpen } from "./circuit-open";
import { type PauseLimits, pauseMs } from "./pause";

/** Whom a breaker stands before. */
export type OtherSide = Pick<BreakerState, "key" | "workspaceId" | "kind" | "name">;

export interface BreakerLimits extends PauseLimits {
  /** Failures in a row that open it. */
  failures: number;
}

/** A call that was let through; it has to say once how it ended. */
export interface Passage {
  end(verdict: Verdict, error?: unknown): void;
}

const names = {
  [CircuitState.Closed]: "closed",
  [CircuitState.Open]: "open",
  [CircuitState.HalfOpen]: "half_open",
  [CircuitState.Isolated]: "open",
} as const;

/** A call whose end says nothing about the other side. */
class NothingSaid extends Error {}

const kept = z.looseObject({ ownState: z.looseObject({}) });

/** cockatiel's circuit breaker, with what people are told of it, and for calls whose end is a stream's end. */
export class Breaker {
  private policy: CircuitBreakerPolicy;
  private readonly counter: ConsecutiveBreaker;
  private failures = 0;
  private since: number;
  private lastError: string | undefined;
  private retryAt: number | undefined;

  constructor(
    readonly side: OtherSide,
    private readonly limits: BreakerLimits,
    private readonly onChange: (state: BreakerState) => void,
  ) {
    this.counter = new ConsecutiveBreaker(limits.failures);
    this.since = Date.now();
    this.policy = this.newPolicy();
  }

  state(): BreakerState {
    const { side, failures, since, lastError, retryAt } = this;
    const state = names[this.policy.state];
    return {
      ...side,
      state,
      failures,
      since,
      ...(lastError !== undefined && { lastError }),
      ...(state === "open" && retryAt !== undefined && { retryAt }),
    };
  }

  /** @throws AppError circuit_open */
  enter(): Passage {
    const { policy } = this;
    // cockatiel would let others wait for how the one call ends; a node had better take its error port.
    if (policy.state === CircuitState.HalfOpen) throw circuitOpen(this.state(), Date.now());
    const outcome = Promise.withResolvers<void>();
    let admitted = false;
    const counted = policy.execute(() => {
      admitted = true;
      return outcome.promise;
    });
    // Whoever made the call throws its error; here it was only counted.
    counted.catch(() => {});
    if (!admitted) throw circuitOpen(this.state(), Date.now());
    const isTrial = this.state().state === "half_open";
    return {
      end: (verdict, error) => {
        if (verdict === "failed") this.noteFailure(error);
        if (verdict === "answered") {
          this.noteAnswer();
          outcome.resolve();
        } else {
          // A trial without a result has to be made again.
          outcome.reject(verdict === "failed" || isTrial ? error : new NothingSaid());
        }
      },
    };
  }

  /**
   * Makes one call and counts how it ends.
   * @param faultOf what an answer says against who gave it
   * @throws AppError circuit_open, and what the call throws
   */
  async run<Answer>(
    call: () => Promise<Answer>,
    faultOf: (answer: Answer) => AppError | undefined,
  ): Promise<Answer> {
    const passage = this.enter();
    try {
      const answer = await call();
      const fault = faultOf(answer);
      passage.end(fault ? "failed" : "answered", fault);
      return answer;
    } catch (error) {
      passage.end(verdictOf(error), error);
      throw error;
    }
  }

  /** Lets the next call through, if it is open. */
  tryNow(): void {
    if (this.policy.state !== CircuitState.Open) return;
    const { ownState, ...rest } = kept.parse(this.policy.toJSON());
    this.policy = this.newPolicy({ ...rest, ownState: { ...ownState, openedAt: 0 } });
    this.retryAt = Date.now();
  }

  private newPolicy(initialState?: unknown): CircuitBreakerPolicy {
    const policy = circuitBreaker(
      handleWhen((error) => !(error instanceof NothingSaid)),
      {
        breaker: this.counter,
        halfOpenAfter: new DelegateBackoff(({ attempt, result }) => this.pause(attempt, result)),
        initialState,
      },
    );
    policy.onStateChange((state) => {
      if (policy !== this.policy) return;
      if (state === CircuitState.Closed) this.recover();
      this.onChange(this.state());
    });
    return policy;
  }

  private pause(trial: number, reason: FailureReason<unknown>): number {
    const asked = "error" in reason ? retryAfterMs(reason.error) : undefined;
    const ms = pauseMs(trial, asked ?? 0, this.limits);
    this.retryAt = Date.now() + ms;
    return ms;
  }

  private noteFailure(error: unknown): void {
    if (this.failures === 0) this.since = Date.now();
    this.failures += 1;
    this.lastError = error instanceof Error ? error.message : String(error);
  }

  private noteAnswer(): void {
    // One that began before it opened changes nothing; the trial decides.
    if (this.policy.state === CircuitState.Closed) this.recover();
  }

  private recover(): void {
    if (this.failures > 0) this.since = Date.now();
    this.failures = 0;
    this.lastError = undefined;
  }
}
