import { sql } from "drizzle-orm";
import type { Queryable } from "@/lib/db/database";

/** So many of the latest calls count. */
const kept = 50;
const waitMs = 2_000;

/** Notes how long calls took and stores it every few seconds, off the way of the calls. */
export class Latencies {
  private readonly noted = new Map<string, { connectionId: string; model: string; ms: number[] }>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly db: Queryable) {}

  note(connectionId: string, model: string, ms: number): void {
    const key = `${connectionId}/${model}`;
    const entry = this.noted.get(key) ?? { connectionId, model, ms: [] };
    entry.ms.push(Math.round(ms));
    if (entry.ms.length > kept) entry.ms.shift();
    this.noted.set(key, entry);
    this.timer ??= setTimeout(() => {
      // What could not be stored is a measurement less, and nothing else.
      this.flush().catch(() => {});
    }, waitMs).unref();
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const entries = [...this.noted.values()];
    this.noted.clear();
    for (const { connectionId, model, ms } of entries) {
      const fresh = sql.param(ms);
      // A connection that was deleted meanwhile gets no row.
      await this.db.execute(sql`
        insert into model_latencies as l (connection_id, model, recent_ms)
        select id, ${model}, ${fresh}::int[] from model_connections where id = ${connectionId}
        on conflict (connection_id, model) do update
        set recent_ms = (l.recent_ms || excluded.recent_ms)[
            greatest(1, cardinality(l.recent_ms) + cardinality(excluded.recent_ms) - ${kept} + 1):],
          updated_at = now()`);
    }
  }
}
