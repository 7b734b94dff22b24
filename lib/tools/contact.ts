import { eq } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { toolSources } from "@/drizzle/schema";
import type { Queryable } from "@/lib/db/database";
import { verdictOf } from "@/lib/resilience/blame";

/** The same outcome is written down so often at most: busy agents must not write a row at each call. */
const apartMs = 30_000;

/** Keeps when a source last answered, and what went wrong since. */
export class Contacts {
  private readonly written = new LRUCache<string, string>({ max: 5_000, ttl: apartMs });

  private readonly said = new LRUCache<string, string>({ max: 5_000 });

  constructor(private readonly db: Queryable) {}

  /** Passes on how the call ends, and writes down what it says of the source. */
  async watch<Answer>(sourceId: string, call: () => Promise<Answer>): Promise<Answer> {
    try {
      const answer = await call();
      await this.note(sourceId, null);
      return answer;
    } catch (error) {
      if (error instanceof Error && verdictOf(error) === "failed") await this.note(sourceId, error.message);
      throw error;
    }
  }

  /** What a source's command said of itself; the same words are written once. */
  async heard(sourceId: string, text: string): Promise<void> {
    if (this.said.get(sourceId) === text) return;
    this.said.set(sourceId, text);
    await this.db
      .update(toolSources)
      .set({ lastStderr: text || null })
      .where(eq(toolSources.id, sourceId));
  }

  private async note(sourceId: string, problem: string | null): Promise<void> {
    const outcome = problem ?? "answered";
    if (this.written.get(sourceId) === outcome) return;
    this.written.set(sourceId, outcome);
    const change =
      problem === null
        ? { lastContactAt: new Date(), lastError: null }
        : { lastError: problem.slice(0, 500) };
    await this.db.update(toolSources).set(change).where(eq(toolSources.id, sourceId));
  }
}
