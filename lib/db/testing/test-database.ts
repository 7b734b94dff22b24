import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { type DatabaseHandle, openDatabase } from "../database";

/**
 * A fresh migrated database for one test file. Call it in `beforeAll`, and `close()` (which drops it) in
 * `afterAll`.
 */
export async function createTestDatabase(): Promise<DatabaseHandle> {
  const server = inject("testServerUrl");
  const name = `signalbox_test_${randomBytes(6).toString("hex")}`;
  await admin(server, `create database ${name} template ${inject("testTemplate")}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const handle = openDatabase(url.href, { size: 10 });
  return {
    ...handle,
    close: async () => {
      await handle.close();
      await admin(server, `drop database ${name} with (force)`);
    },
  };
}

/** Files start together, and a template can be copied by one at a time: an advisory lock queues them. */
async function admin(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(7349123)");
    await client.query(sql);
  } finally {
    await client.end();
  }
}
