import { verdictOf } from "@/lib/resilience/blame";
import type { Breaker, Passage } from "@/lib/resilience/breaker";
import { isAppError } from "@/workflows/errors/app-error";
import { type ModelErrorContext, modelTimeout, toModelError } from "./model-error";

/** How long a call may take. Silence inside an answer is bounded where its bytes come in (lib/egress/connector.ts). */
export interface CallLimits {
  /** From the call to the first token. Reasoning may take minutes. */
  firstTokenMs: number;
  totalMs: number;
}

export const defaultLimits: CallLimits = { firstTokenMs: 300_000, totalMs: 1_800_000 };

export interface CallGuard {
  context: ModelErrorContext;
  limits: CallLimits;
  /** None where a person asks whether the provider answers. */
  breaker?: Breaker | undefined;
}

/** One call to a provider: bounded in time, counted by the breaker, and with an error that people understand. */
export class ModelCall {
  readonly signal: AbortSignal;
  private readonly total: AbortSignal;
  private readonly late = new AbortController();
  private readonly clock: NodeJS.Timeout;
  private passage: Passage | undefined;

  /** @throws AppError circuit_open */
  constructor(
    private readonly guard: CallGuard,
    private readonly given: AbortSignal | undefined,
    streams: boolean,
  ) {
    const { firstTokenMs, totalMs } = guard.limits;
    this.passage = guard.breaker?.enter();
    this.total = AbortSignal.timeout(totalMs);
    const clocks = [this.total, this.late.signal];
    this.signal = AbortSignal.any(given ? [given, ...clocks] : clocks);
    // The clock of an answer in one piece is the total one.
    this.clock = setTimeout(() => this.late.abort(), streams ? firstTokenMs : totalMs);
    this.clock.unref();
  }

  /** Something of the answer is there. */
  began(): void {
    clearTimeout(this.clock);
  }

  answered(): void {
    this.over("answered");
  }

  /** Nobody wants the rest. */
  left(): void {
    this.over("unknown");
  }

  /** What to throw instead of what an SDK threw. */
  failed(error: unknown): unknown {
    const problem = this.explain(error);
    this.over(verdictOf(problem), problem);
    return problem;
  }

  private over(verdict: Parameters<Passage["end"]>[0], error?: unknown): void {
    clearTimeout(this.clock);
    this.passage?.end(verdict, error);
    this.passage = undefined;
  }

  private explain(error: unknown): unknown {
    const { context, limits } = this.guard;
    // A stop from outside stays what it is.
    if (this.given?.aborted || isAppError(error)) return error;
    if (this.total.aborted) return modelTimeout(context, "whole", limits.totalMs);
    if (this.late.signal.aborted) return modelTimeout(context, "first token", limits.firstTokenMs);
    return toModelError(error, context);
  }
}
