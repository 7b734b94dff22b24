import type pg from "pg";
import { pendingMigrations } from "@/lib/db/migrate";
import { queueName } from "@/lib/queue/run-queue";

export interface Health {
  ok: boolean;
  /** What was looked at, and `ok` or what is wrong. */
  checks: Record<string, string>;
}

/** Resolves when all is well; what it throws is the finding. */
export type Check = () => Promise<void>;

const patienceMs = 2000;

/** Looks at everything at once; a check that hangs is a bad one. */
export async function runChecks(checks: Record<string, Check>): Promise<Health> {
  const entries = Object.entries(checks).map(async ([name, check]) => [name, await finding(check)] as const);
  const found = Object.fromEntries(await Promise.all(entries));
  return { ok: Object.values(found).every((result) => result === "ok"), checks: found };
}

async function finding(check: Check): Promise<string> {
  const late = Promise.withResolvers<string>();
  const timer = setTimeout(() => late.resolve(`no answer within ${patienceMs / 1000} s`), patienceMs);
  const result = check().then(
    () => "ok",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  return Promise.race([result, late.promise]).finally(() => clearTimeout(timer));
}

/** What requests depend on: an answering, migrated database with the queue of runs. */
export function databaseChecks(pool: pg.Pool): Record<string, Check> {
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
