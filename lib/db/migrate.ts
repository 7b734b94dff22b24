import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import type pg from "pg";

/** LangGraph keeps its checkpoints in a schema of its own and migrates it by itself. */
export const checkpointSchema = "langgraph";
/** Any number that nobody else locks on: "signalbx" in ASCII. */
const lockKey = "8316003025119503992";

/** Brings the database up to date. Processes that start together wait for the first. */
export async function migrateDatabase(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`select pg_advisory_lock(${lockKey})`);
    await migrate(drizzle(client, { casing: "snake_case" }), { migrationsFolder: migrationsFolder() });
    await new PostgresSaver(pool, undefined, { schema: checkpointSchema }).setup();
  } finally {
    await client.query(`select pg_advisory_unlock(${lockKey})`);
    client.release();
  }
}

/** How many migrations of this program the database does not have yet. */
export async function pendingMigrations(pool: pg.Pool): Promise<number> {
  const known = readMigrationFiles({ migrationsFolder: migrationsFolder() });
  const table = await pool.query("select to_regclass('drizzle.__drizzle_migrations') as name");
  if (!table.rows[0]?.name) return known.length;
  const applied = await pool.query("select hash from drizzle.__drizzle_migrations");
  const hashes = new Set(applied.rows.map((row) => row.hash));
  return known.filter((migration) => !hashes.has(migration.hash)).length;
}

/** drizzle/migrations lies beside the sources, or one level above the bundle in dist/. */
function migrationsFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  for (const up of ["..", join("..", "..")]) {
    const folder = join(here, up, "drizzle", "migrations");
    if (existsSync(folder)) return folder;
  }
  throw new Error(`No migrations were found above ${here}.`);
}
