import { afterAll, beforeAll, expect, test } from "vitest";
import type { DatabaseHandle } from "./database";
import { checkpointSchema, migrateDatabase, pendingMigrations } from "./migrate";
import { createTestDatabase } from "./testing/test-database";

let handle: DatabaseHandle;
beforeAll(async () => {
  handle = await createTestDatabase();
});
afterAll(() => handle.close());

test("a migrated database has nothing pending; processes starting together do not collide", async () => {
  await Promise.all([
    migrateDatabase(handle.pool),
    migrateDatabase(handle.pool),
    migrateDatabase(handle.pool),
  ]);
  expect(await pendingMigrations(handle.pool)).toBe(0);
});

test("checkpoints have their own schema", async () => {
  const found = await handle.pool.query(
    "select table_name from information_schema.tables where table_schema = $1",
    [checkpointSchema],
  );
  expect(found.rows.map((row) => row.table_name)).toContain("checkpoints");
});

test("an empty database has everything pending, and then nothing", async () => {
  await handle.pool.query("drop schema drizzle cascade; drop schema public cascade; create schema public");
  expect(await pendingMigrations(handle.pool)).toBeGreaterThan(0);
  await migrateDatabase(handle.pool);
  expect(await pendingMigrations(handle.pool)).toBe(0);
});
