import { afterAll, beforeAll, expect, test } from "vitest";
import { isDatabaseGone } from "@/lib/runs/database-error";
import { type DatabaseHandle, openDatabase } from "./database";
import { type DatabaseProxy, startDatabaseProxy } from "./testing/database-proxy";
import { createTestDatabase } from "./testing/test-database";

let database: DatabaseHandle;
let proxy: DatabaseProxy;
beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await startDatabaseProxy(database.url);
});
afterAll(async () => {
  await proxy.close();
  await database.close();
});

test("a connection that is lost inside a transaction fails the next statement, not the process", async () => {
  const behind = openDatabase(proxy.url, { size: 1 });
  const client = await behind.pool.connect();
  await client.query("begin");
  const lost = new Promise((resolve) => client.once("end", resolve));
  proxy.set("refuse");
  await lost;
  const error = await client.query("select 1").catch((cause: unknown) => cause);
  expect(isDatabaseGone(error)).toBe(true);
  client.release(true);
  proxy.set("pass");
  expect((await behind.pool.query("select 2 as two")).rows).toEqual([{ two: 2 }]);
  await behind.close();
});

test("a connection that swallows every byte fails the statement and is replaced by another one", async () => {
  const behind = openDatabase(proxy.url, { size: 1, answerMs: 300 });
  await behind.pool.query("select 1");
  proxy.set("swallow");
  const error = await behind.pool.query("select 1").catch((cause: unknown) => cause);
  expect(isDatabaseGone(error)).toBe(true);
  proxy.set("pass");
  expect((await behind.pool.query("select 2 as two")).rows).toEqual([{ two: 2 }]);
  await behind.close();
});
