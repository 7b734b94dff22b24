import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { DatabaseHandle } from "@/lib/db/database";
import { type DatabaseProxy, startDatabaseProxy } from "@/lib/db/testing/database-proxy";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import { createLog } from "@/lib/log/log";
import { channels, livenessLock, Notifier } from "./notifier";

let database: DatabaseHandle;
let proxy: DatabaseProxy;
let notifier: Notifier;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function listen(): Promise<void> {
  proxy = await startDatabaseProxy(database.url);
  notifier = new Notifier({ url: proxy.url, log: createLog("silent"), askEveryMs: 50, answerMs: 300 });
  await notifier.start();
}
afterEach(async () => {
  await notifier.stop();
  await proxy.close();
});

const holders = async () => {
  const { rows } = await database.pool.query(
    "select pid from pg_locks where locktype = 'advisory' and classid = $1 and objid = $2 and granted",
    [livenessLock, notifier.processId],
  );
  return rows.map(({ pid }) => Number(pid));
};

test.each([
  ["was cut", "refuse"],
  ["swallows every byte", "swallow"],
] as const)("a connection that %s is replaced, and its lock comes along", async (_name, mode) => {
  await listen();
  const [before] = await holders();
  const back = new Promise<void>((resolve) => notifier.onReconnect(resolve));
  proxy.set(mode);
  proxy.set("pass");
  await back;
  const after = await holders();
  expect(after).toHaveLength(1);
  expect(after).not.toEqual([before]);
  const heard = new Promise((resolve) => notifier.on(channels.bus, resolve));
  await database.pool.query("select pg_notify($1, 'hello')", [channels.bus]);
  expect(await heard).toBe("hello");
});
