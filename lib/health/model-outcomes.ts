import { LRUCache } from "lru-cache";
import { z } from "zod";

export const modelOutcomeSchema = z.object({
  provider: z.string(),
  model: z.string(),
  /** Milliseconds since the epoch. */
  lastSuccess: z.number().nullable(),
  lastFailure: z.number().nullable(),
  lastProblem: z.string().nullable(),
});
/** How calls of one model went lately in one process. */
export type ModelOutcome = z.infer<typeof modelOutcomeSchema>;

/** Remembers how the last calls of each model ended; nothing is ever called to find out. */
export class ModelOutcomes {
  private readonly outcomes = new LRUCache<string, ModelOutcome>({ max: 200 });

  succeeded(provider: string, model: string, at: number): void {
    this.of(provider, model).lastSuccess = at;
  }

  failed(provider: string, model: string, at: number, problem: string): void {
    const outcome = this.of(provider, model);
    outcome.lastFailure = at;
    outcome.lastProblem = problem;
  }

  /** Latest used first. */
  list(): ModelOutcome[] {
    return [...this.outcomes.values()];
  }

  private of(provider: string, model: string): ModelOutcome {
    const key = `${provider} ${model}`;
    const known = this.outcomes.get(key);
    if (known) return known;
    const made = { provider, model, lastSuccess: null, lastFailure: null, lastProblem: null };
    this.outcomes.set(key, made);
    return made;
  }
}
