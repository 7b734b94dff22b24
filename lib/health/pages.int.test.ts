import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "@/lib/db/database";
import type { BreakerState } from "@/lib/resilience/breaker-state";
import { createRunWorld, type RunWorld } from "@/lib/runs/testing/run-world";
import { type CodeSandboxPool, createCodeSandbox } from "@/lib/sandbox/code-sandbox";
import type { Installation } from "./installation/installation";
import { MemoryWatch } from "./memory";
import { healthPages } from "./pages";
import { installation, report, seen } from "./testing/seen";

let world: RunWorld;
let sandbox: CodeSandboxPool;
beforeAll(async () => {
  world = await createRunWorld();
  sandbox = createCodeSandbox({ threads: 1 });
  await world.startProcess();
});
afterAll(async () => {
  await sandbox.close();
  await world.close();
});

const memory = new MemoryWatch(() => report().memory);
const pagesOf = (seenNow: () => Promise<Installation>, { pool } = world.database) =>
  healthPages({ pool, installation: seenNow, memory, sandbox });

const breaker = (changes: Partial<BreakerState>): BreakerState => ({
  key: "host:w:api.acme.test",
  workspaceId: "w",
  kind: "host",
  name: "api.acme.test",
  state: "open",
  failures: 5,
  since: 0,
  lastError: "It refused the connection.",
  ...changes,
});
const withBreakers = (...breakers: BreakerState[]) => installation([seen({ report: report({ breakers }) })]);

test("is ready when database, migrations and queue are", async () => {
  expect(await pagesOf(async () => installation([]))["/ready"].read()).toEqual({
    ok: true,
    checks: { database: "ok", migrations: "ok", queue: "ok" },
    problems: [],
  });
});

test("is not ready without the queue, or with a migration that is missing", async () => {
  const { pool } = world.database;
  await pool.query("update drizzle.__drizzle_migrations set hash = 'gone' where id = 1");
  await pool.query("alter schema pgboss rename to away");
  try {
    const { ok, checks, problems } = await pagesOf(async () => installation([]))["/ready"].read();
    expect(ok).toBe(false);
    expect(checks).toEqual({ database: "ok", migrations: "failing", queue: "failing" });
    expect(problems[0]?.message).toBe("1 not applied yet");
  } finally {
    await pool.query("alter schema away rename to pgboss");
  }
});

test("is not ready, nor well, without a database, and says so", async () => {
  const gone = openDatabase("postgres://nobody@127.0.0.1:1/none");
  const refused = () => gone.pool.query("select 1").then(() => installation([]));
  const pages = pagesOf(refused, gone);
  expect((await pages["/ready"].read()).checks).toEqual({
    database: "failing",
    migrations: "failing",
    queue: "failing",
  });
  expect((await pages["/health/runtime"].read()).problems).toMatchObject([{ check: "database" }]);
  expect((await pages["/health"].read()).ok).toBe(true);
  await gone.close();
});

test("code nodes can run here, or not", async () => {
  expect((await pagesOf(async () => installation([]))["/health/tools"].read()).checks).toEqual({
    sandbox: "ok",
    hosts: "ok",
  });
  const closed = createCodeSandbox();
  await closed.close();
  const pages = healthPages({
    pool: world.database.pool,
    installation: async () => installation([]),
    memory,
    sandbox: closed,
  });
  const { problems } = await pages["/health/tools"].read();
  expect(problems).toMatchObject([{ check: "sandbox", action: "Restart this process." }]);
});

test("who is left alone after failures is named, hosts and providers apart", async () => {
  const provider = breaker({ kind: "provider", key: "provider:w:acme", name: "Acme" });
  const trying = breaker({ key: "host:w:two", name: "two.test", state: "half_open" });
  const pages = pagesOf(async () => withBreakers(breaker({}), provider, trying));
  const tools = await pages["/health/tools"].read();
  expect(tools.problems.map(({ message }) => message)).toEqual([
    "api.acme.test failed 5 times in a row and is left alone for now. It refused the connection.",
  ]);
  const models = await pages["/health/models"].read();
  expect(models.checks).toEqual({ providers: "failing" });
  expect(models.facts).toMatchObject({ breakers: [{ name: "Acme", process: "one:11" }] });
});
