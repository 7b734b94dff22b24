import { LRUCache } from "lru-cache";
import { AppError } from "@/workflows/errors/app-error";

interface Bucket {
  calls: number;
  at: number;
}

/** How often each tool may be called in this process: a minute's calls at once, then as they come back. */
export class Paces {
  private readonly buckets = new LRUCache<string, Bucket>({ max: 10_000 });

  /** @param now milliseconds */
  constructor(private readonly now: () => number = Date.now) {}

  /** @throws AppError rate_limited, with the time to wait */
  take(id: string, name: string, perMinute: number | null): void {
    if (perMinute === null) return;
    const bucket = this.refilled(id, perMinute);
    this.buckets.set(id, bucket);
    if (bucket.calls < 1) {
      const retryAfterSeconds = Math.ceil(((1 - bucket.calls) * 60) / perMinute);
      throw new AppError("rate_limited", `“${name}” may be called ${perMinute} times a minute.`, {
        hint: `Try again in ${retryAfterSeconds} s.`,
        data: { retryAfterSeconds },
      });
    }
    bucket.calls -= 1;
  }

  private refilled(id: string, perMinute: number): Bucket {
    const at = this.now();
    const known = this.buckets.get(id);
    if (!known) return { calls: perMinute, at };
    return { calls: Math.min(perMinute, known.calls + ((at - known.at) * perMinute) / 60_000), at };
  }
}
