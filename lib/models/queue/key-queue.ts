import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import type { KeyLimits } from "@/lib/api/contract/models";
import { AppError } from "@/workflows/errors/app-error";
import { paceOf, tokenMs } from "./pace";
import { holdSql, openSql, reserveSql, settleSql, shiftSql } from "./reserve-sql";

/** The key whose calls stand in one line, in all processes. */
export interface LimitedKey {
  connectionId: string;
  /** As people know it. */
  name: string;
  limits: KeyLimits;
}

/** One call that wants its turn. */
export interface Waiting {
  /** What it will take, as far as one can tell. */
  tokens: number;
  /** When it is of no use any more, milliseconds since the epoch. */
  deadline?: number | undefined;
  signal?: AbortSignal | undefined;
  log?: ((level: "info" | "warn", message: string) => void) | undefined;
}

/** A call that has its turn; it says once how it ended. */
export interface Turn {
  /** @param tokens what it took, if the provider said so */
  ended(tokens: number | undefined): void;
  /** The provider asked for no more calls for so long. */
  refused(retryAfterMs: number): void;
}

/** The database that the processes share. */
interface Asked {
  query: (sql: string, values: (string | number)[]) => Promise<{ rows: unknown[] }>;
}

/** A day is longer than any node may take. */
const longestMs = 86_400_000;
/** Shorter waits are not worth a line in a trace. */
const toldMs = 50;

const reservation = z.object({ waitMs: z.number(), shiftedMs: z.number(), promised: z.boolean() });
const shift = z.object({ shiftedMs: z.number() });

/** The lines before limited keys: first come, first served, over all processes on one database. */
export class KeyQueue {
  constructor(
    private readonly pool: Asked,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Waits for the call's turn.
   * @throws AppError model_rate_limited where it would come too late; what the signal was aborted with
   */
  async enter(key: LimitedKey, waiting: Waiting): Promise<Turn | undefined> {
    const pace = paceOf(key.limits, waiting.tokens);
    if (!pace) return undefined;
    const mostMs = this.patience(key, waiting);
    const steps = [pace.requestsAheadMs, pace.tokensAheadMs, pace.requestMs, pace.tokensMs];
    const { promised, waitMs, shiftedMs } = await this.reserve([key.connectionId, ...steps, mostMs]);
    if (!promised) throw tooLong(key, waitMs, mostMs);
    const turn = this.turn(key, waiting.tokens);
    try {
      if (waitMs > 0) await this.wait(key, waiting, { waitMs, shiftedMs, mostMs });
    } catch (error) {
      await this.settle(key, -pace.requestMs, -pace.tokensMs);
      throw error;
    }
    return turn;
  }

  /** What the provider put off meanwhile is waited for, too. */
  private async wait(
    key: LimitedKey,
    { signal, log }: Waiting,
    { waitMs, shiftedMs, mostMs }: { waitMs: number; shiftedMs: number; mostMs: number },
  ): Promise<void> {
    let [waited, left, known] = [0, waitMs, shiftedMs];
    while (left > 0) {
      if (waited + left > mostMs) throw tooLong(key, left, mostMs - waited);
      await wait(Math.ceil(left), undefined, { signal });
      waited += left;
      const { rows } = await this.pool.query(shiftSql, [key.connectionId]);
      const { shiftedMs: now } = rows[0] ? shift.parse(rows[0]) : { shiftedMs: known };
      left = now - known;
      known = now;
    }
    if (waited >= toldMs)
      log?.(
        "info",
        `Waited ${seconds(waited)} for its turn: the key of “${key.name}” is limited to ${limitWords(key.limits)}.`,
      );
  }

  private async reserve(values: (string | number)[]): Promise<z.infer<typeof reservation>> {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const { rows } = await this.pool.query(reserveSql, values);
      if (rows[0]) return reservation.parse(rows[0]);
      await this.pool.query(openSql, values.slice(0, 1));
    }
    // The connection is gone; whoever calls it hears so from elsewhere.
    return { promised: true, waitMs: 0, shiftedMs: 0 };
  }

  private turn(key: LimitedKey, promised: number): Turn {
    const perToken = tokenMs(key.limits.tokensPerMinute);
    return {
      ended: (tokens) => {
        if (tokens === undefined || perToken === 0 || tokens === promised) return;
        void this.settle(key, 0, (tokens - promised) * perToken);
      },
      refused: (retryAfterMs) =>
        void this.quietly(holdSql, [key.connectionId, Math.min(retryAfterMs, longestMs)]),
    };
  }

  private settle({ connectionId }: LimitedKey, requestsMs: number, tokensMs: number): Promise<void> {
    return this.quietly(settleSql, [connectionId, requestsMs, tokensMs]);
  }

  /** An answer is not lost because the line could not be told of it. */
  private async quietly(sql: string, values: (string | number)[]): Promise<void> {
    await this.pool.query(sql, values).catch(() => {});
  }

  private patience({ limits }: LimitedKey, { deadline }: Waiting): number {
    const own = limits.maxWaitSeconds === undefined ? longestMs : limits.maxWaitSeconds * 1_000;
    return Math.max(0, Math.min(own, deadline === undefined ? longestMs : deadline - this.now()));
  }
}

function tooLong({ name, limits }: LimitedKey, waitMs: number, mostMs: number): AppError {
  return new AppError(
    "model_rate_limited",
    `The key of “${name}” is limited to ${limitWords(limits)}: this call's turn would come in ${seconds(waitMs)}, and it can wait ${seconds(mostMs)}.`,
    {
      field: "model",
      hint: "Give the node more time, add a fallback model, or raise the limit in Settings → Models.",
      data: { retryAfterSeconds: Math.ceil(waitMs / 1_000) },
    },
  );
}

function limitWords({ requestsPerMinute, tokensPerMinute }: KeyLimits): string {
  const words = [
    requestsPerMinute === undefined ? "" : `${requestsPerMinute} requests`,
    tokensPerMinute === undefined ? "" : `${tokensPerMinute} tokens`,
  ];
  return `${words.filter(Boolean).join(" and ")} a minute`;
}

const seconds = (ms: number) => `${(ms / 1_000).toFixed(ms < 10_000 ? 1 : 0)} s`;
