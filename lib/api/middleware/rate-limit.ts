import { LRUCache } from "lru-cache";
import { AppError } from "@/workflows/errors/app-error";

/** A bucket of `burst` requests that fills up again at `perMinute`. */
export interface Limit {
  burst: number;
  perMinute: number;
}

export const limits = {
  /** Everything an open editor, a dashboard or a program asks. */
  general: { burst: 300, perMinute: 900 },
  /** Setup, sign-up, invitations: where guessing would pay. */
  account: { burst: 15, perMinute: 6 },
  /** Turns of people without an account: each costs a run. */
  visitor: { burst: 15, perMinute: 15 },
  /** Links that answer without an account: enough for a mailbox full, too few to guess. */
  link: { burst: 30, perMinute: 20 },
  /** Passwords tried for one e-mail address from one place. */
  password: { burst: 10, perMinute: 3 },
  /** Passwords tried from one place for whatever address. */
  passwords: { burst: 60, perMinute: 30 },
} as const satisfies Record<string, Limit>;
export type LimitName = keyof typeof limits;

interface Bucket {
  tokens: number;
  at: number;
}

/** Takes one request from the caller's bucket. @throws AppError rate_limited */
export type RateLimiter = (name: LimitName, caller: string) => void;

/**
 * Counts in this process alone: a bound against floods and guessing, not a quota.
 * @param now milliseconds
 */
export function createRateLimiter(now: () => number = Date.now): RateLimiter {
  const buckets = new LRUCache<string, Bucket>({ max: 50_000 });
  return (name, caller) => {
    const limit = limits[name];
    const key = `${name} ${caller}`;
    const bucket = refill(buckets.get(key), limit, now());
    buckets.set(key, bucket);
    if (bucket.tokens < 1) throw limited((1 - bucket.tokens) / perMs(limit));
    bucket.tokens -= 1;
  };
}

function refill(bucket: Bucket | undefined, limit: Limit, at: number): Bucket {
  if (!bucket) return { tokens: limit.burst, at };
  return { tokens: Math.min(limit.burst, bucket.tokens + (at - bucket.at) * perMs(limit)), at };
}

const perMs = (limit: Limit) => limit.perMinute / 60_000;

function limited(waitMs: number): AppError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new AppError("rate_limited", `Too many requests. Try again in ${seconds} s.`, {
    data: { retryAfterSeconds: seconds },
  });
}
