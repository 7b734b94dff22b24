import type { Env } from "@/lib/env";
import type { Log } from "@/lib/log/log";
import { type DatabaseHandle, openDatabase } from "./database";
import { startEmbeddedPostgres } from "./embedded/embedded-postgres";
import { migrateDatabase } from "./migrate";

/** The database of this installation, running and open but perhaps not migrated. */
export async function connectDatabase(env: Env, log: Log): Promise<DatabaseHandle> {
  const server = await findServer(env);
  const handle = openDatabase(server.url, {
    size: env.databasePoolSize,
    onIdleError: (error) => log.warn({ err: error }, "lost an idle database connection"),
  });
  return {
    ...handle,
    close: async () => {
      await handle.close();
      await server.release();
    },
  };
}

async function findServer(env: Env): Promise<{ url: string; release(): Promise<void> }> {
  if (env.databaseUrl) return { url: env.databaseUrl, release: async () => {} };
  return startEmbeddedPostgres(env.dataDir);
}

/** The database, brought up to date. */
export async function openMigratedDatabase(env: Env, log: Log): Promise<DatabaseHandle> {
  const handle = await connectDatabase(env, log);
  try {
    await migratePatiently(handle.url);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** A migration of many rows takes its time, and so does waiting for another process's. */
async function migratePatiently(url: string): Promise<void> {
  const patient = openDatabase(url, { size: 2, answerMs: 0 });
  try {
    await migrateDatabase(patient.pool);
  } finally {
    await patient.close();
  }
}
