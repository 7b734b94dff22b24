import { openMigratedDatabase } from "@/lib/db/connect";
import type { DatabaseHandle } from "@/lib/db/database";
import { parseEnv } from "@/lib/env";
import { createLog } from "@/lib/log/log";

/** What was asked of the database, per second. */
export interface LoadFigures {
  events: number;
  transactions: number;
}

/** The running server's database, looked at from outside. */
export class DatabaseLoad {
  private constructor(private readonly database: DatabaseHandle) {}

  /** @param dataDir of a running server, whose embedded Postgres is joined */
  static async of(dataDir: string): Promise<DatabaseLoad> {
    const env = parseEnv({ DATA_DIR: dataDir, NODE_ENV: "production" });
    return new DatabaseLoad(await openMigratedDatabase(env, createLog("warn")));
  }

  async begin(): Promise<{ end: () => Promise<LoadFigures> }> {
    const before = await this.read();
    const began = performance.now();
    return {
      end: async () => {
        const seconds = (performance.now() - began) / 1_000;
        const after = await this.read();
        return {
          events: (after.events - before.events) / seconds,
          transactions: (after.transactions - before.transactions) / seconds,
        };
      },
    };
  }

  private async read(): Promise<LoadFigures> {
    const { rows } = await this.database.pool.query(
      `select (select n_tup_ins from pg_stat_user_tables where relname = 'run_events')::int as events,
         (select xact_commit from pg_stat_database where datname = current_database())::int as transactions`,
    );
    return { events: Number(rows[0]?.events), transactions: Number(rows[0]?.transactions) };
  }

  close(): Promise<void> {
    return this.database.close();
  }
}
