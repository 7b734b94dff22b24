import type pg from "pg";
import { pendingMigrations } from "@/lib/db/migrate";
import { queueName } from "@/lib/queue/run-queue";
import type { Check } from "./checks";

/**
 * What requests depend on: an answering database, migrated at least as far as this program, with the queue of runs.
 * A database that a newer release has migrated is well: during an update both releases serve.
 */
export function readinessChecks(pool: pg.Pool): Record<string, Check> {
  return {
    database: async () => {
      await pool.query("select 1");
    },
    migrations: async () => {
      const pending = await pendingMigrations(pool);
      if (pending > 0) throw new Error(`${pending} not applied yet`);
    },
    queue: async () => {
      const found = await pool.query("select 1 from pgboss.queue where name = $1", [queueName]);
      if (!found.rowCount) throw new Error("not there yet");
    },
  };
}
