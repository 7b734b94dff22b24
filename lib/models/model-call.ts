import type { BaseMessage } from "@langchain/core/messages";
import { verdictOf } from "@/lib/resilience/blame";
import type { Breaker, Passage } from "@/lib/resilience/breaker";
import { type AppError, isAppError } from "@/workflows/errors/app-error";
import { type ModelErrorContext, modelTimeout, toModelError } from "./model-error";
import type { Turn } from "./queue/key-queue";

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
  /** Waits for the call's turn where the key is limited. */
  queue?:
    | ((messages: BaseMessage[], signal: AbortSignal | undefined) => Promise<Turn | undefined>)
    | undefined;
  /** Told how long a call took that was answered. */
  onAnswered?: ((ms: number) => void) | undefined;
}

/** One call to a provider: bounded in time, counted by the breaker, and with an error that people understand. */
export class ModelCall {
  readonly signal: AbortSignal;
  private readonly total: AbortSignal;
  private readonly late = new AbortController();
  private readonly clock: NodeJS.Timeout;
  private passage: Passage | undefined;
  private readonly start = performance.now();
  private tokens = 0;

  /** @throws AppError circuit_open */
  constructor(
    private readonly guard: CallGuard,
    private readonly given: AbortSignal | undefined,
    streams: boolean,
    private turn?: Turn,
  ) {
    const { firstTokenMs, totalMs } = guard.limits;
    try {
      this.passage = guard.breaker?.enter();
    } catch (error) {
      this.turn?.ended(0);
      throw error;
    }
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

  /** The provider says that it took so many tokens, or so many more. */
  took(tokens: number): void {
    this.tokens += tokens;
  }

  answered(): void {
    this.guard.onAnswered?.(performance.now() - this.start);
    this.over("answered");
  }

  /** Nobody wants the rest. */
  left(): void {
    this.over("unknown");
  }

  /** What to throw instead of what an SDK threw. */
  failed(error: unknown): unknown {
    const problem = this.explain(error);
    if (isAppError(problem) && problem.code === "model_rate_limited") this.refused(problem);
    this.over(verdictOf(problem), problem);
    return problem;
  }

  /** What was refused at the door took nothing, and others need not try for a while. */
  private refused(problem: AppError): void {
    if (problem.retryAfterMs !== undefined) this.turn?.refused(problem.retryAfterMs);
    this.turn?.ended(0);
    this.turn = undefined;
  }

  private over(verdict: Parameters<Passage["end"]>[0], error?: unknown): void {
    clearTimeout(this.clock);
    this.passage?.end(verdict, error);
    this.passage = undefined;
    this.turn?.ended(this.tokens || undefined);
    this.turn = undefined;
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
