import type { Log } from "@/lib/log/log";
import { cosine } from "@/workflows/data/cosine";
import type { KeptAnswers } from "@/workflows/graph/kept-answers";
import type { AnswerStore } from "./answer-store";
import type { Question } from "./question";
import type { Kept, StoredAnswer } from "./stored-answer";

/** Answers that are compared by meaning at most, the newest first. */
const mostRelated = 500;

/** A call that may be answered by an earlier one. */
export interface Asked {
  workspaceId: string;
  agentId: string;
  provider: string;
  model: string;
  question: Question;
  settings: KeptAnswers;
  /** Asks the model in any case, and keeps its answer in place of an earlier one. */
  fresh: boolean;
  /** The vector of the last message; only asked where questions are compared by meaning. */
  embed: (text: string) => Promise<number[]>;
}

/** Either an answer, or the turn to get one; whoever has the turn must end it. */
export type Turn =
  | { kept: Kept; end?: undefined }
  | { kept?: undefined; end: (answer?: StoredAnswer) => void };

/**
 * Answers of models, kept for all processes and given again. Identical questions of this process that come while one is
 * being answered wait for that answer. Where answers cannot be read or kept, models are asked as if there were none.
 */
export class AnswerCache {
  private readonly underWay = new Map<string, Promise<StoredAnswer | undefined>>();
  private readonly storing = new Set<Promise<void>>();

  constructor(
    private readonly store: AnswerStore,
    private readonly log: Log,
  ) {}

  async enter(asked: Asked, signal: AbortSignal | undefined): Promise<Turn> {
    const place = `${asked.workspaceId} ${asked.question.key}`;
    const other = asked.fresh ? undefined : this.underWay.get(place);
    if (other) {
      const answer = await orStopped(other, signal);
      // Whoever was first did not get one: waiting for the next in line would make many slow failures of one.
      return answer ? { kept: { answer, match: "exact", ageMs: 0 } } : this.alone(asked);
    }
    const { promise, resolve } = Promise.withResolvers<StoredAnswer | undefined>();
    this.underWay.set(place, promise);
    // An answer is found here until the store has it.
    const over = (answer?: StoredAnswer, stored?: Promise<void>) => {
      const leave = () => this.underWay.get(place) === promise && this.underWay.delete(place);
      resolve(answer);
      if (stored) void stored.then(leave);
      else leave();
    };
    const { kept, vector } = asked.fresh ? {} : await this.lookUp(asked);
    if (kept) {
      over(kept.answer);
      return { kept };
    }
    return {
      end: (answer) => {
        over(answer, answer && this.keep(asked, answer, vector));
      },
    };
  }

  /** Resolves when everything that was to be kept so far is. */
  async settled(): Promise<void> {
    await Promise.all(this.storing);
  }

  private alone(asked: Asked): Turn {
    return { end: (answer) => void (answer && this.keep(asked, answer, undefined)) };
  }

  private async lookUp(asked: Asked): Promise<{ kept?: Kept; vector?: number[] }> {
    const { workspaceId, question, settings } = asked;
    try {
      const exact = await this.store.find(workspaceId, question.key, settings.seconds);
      if (exact) return { kept: { ...exact, match: "exact" } };
      if (settings.match === "exact" || !question.family) return {};
      return await this.lookUpAlike(asked, question.family);
    } catch (error) {
      this.log.warn({ err: error, workspaceId }, "could not look for kept answers");
      return {};
    }
  }

  private async lookUpAlike(
    { workspaceId, question, settings, embed }: Asked,
    family: string,
  ): Promise<{ kept?: Kept; vector?: number[] }> {
    const vector = await embed(question.text);
    const related = await this.store.related(workspaceId, family, settings.seconds, mostRelated);
    let best: { key: string; likeness: number } | undefined;
    for (const { key, vector: other } of related) {
      // Of a model that was exchanged in between.
      if (other.length !== vector.length) continue;
      const likeness = cosine(vector, other);
      if (likeness >= (best?.likeness ?? settings.likeness)) best = { key, likeness };
    }
    const found = best && (await this.store.find(workspaceId, best.key, settings.seconds));
    if (!best || !found) return { vector };
    return { kept: { ...found, match: "semantic", likeness: best.likeness } };
  }

  /** The call does not wait for it. Never rejects. */
  private keep(asked: Asked, answer: StoredAnswer, vector: number[] | undefined): Promise<void> {
    const { workspaceId, agentId, provider, model, question, settings } = asked;
    const { key, family } = question;
    const { seconds } = settings;
    const stored = this.store
      .keep({ workspaceId, agentId, key, family: vector && family, vector, provider, model, answer, seconds })
      .catch((error: unknown) => this.log.warn({ err: error, workspaceId }, "could not keep an answer"))
      .finally(() => this.storing.delete(stored));
    this.storing.add(stored);
    return stored;
  }
}

/** @throws what the signal was aborted with */
async function orStopped<Value>(value: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return value;
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([value, promise]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
