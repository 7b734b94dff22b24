import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { RunAfter } from "../service/insert-run";
import { Gate, gatedGraph } from "../testing/gated";
import { createRunWorld, type RunWorld } from "../testing/run-world";

let world: RunWorld;
let gate: Gate;
beforeAll(async () => {
  world = await createRunWorld();
});
beforeEach(() => {
  gate = new Gate();
  world.script("gate/model", gate.script);
  gate.letAll();
});
afterEach(() => world.stopAll());
afterAll(() => world.close());

async function make(runAfter: RunAfter, concurrency = 10) {
  const server = await world.startProcess(concurrency);
  const agent = await world.publish(gatedGraph);
  const request = { agent, graph: { version: 1 }, source: "api" as const, input: { q: "?" }, runAfter };
  return { server, ...(await server.service.create(world.ada, request)) };
}

async function startedAfter(runId: string): Promise<number> {
  const { rows } = await world.database.pool.query(
    "select extract(epoch from started_at - created_at)::float8 as seconds from runs where id = $1",
    [runId],
  );
  return Number(rows[0]?.seconds);
}

test("a run waits for its time, by the database's clock, and then starts within a second", async () => {
  const { server, runId } = await make({ seconds: 1 });
  expect(await server.service.get(world.ada, runId)).toMatchObject({ status: "pending", held: "time" });
  expect((await server.service.wait(world.ada, runId)).status).toBe("success");
  const waited = await startedAfter(runId);
  expect(waited).toBeGreaterThanOrEqual(1);
  expect(waited).toBeLessThan(2);
});

test("a time that has passed is now", async () => {
  const { server, runId } = await make({ at: "2020-01-01T00:00:00Z" });
  expect((await server.service.wait(world.ada, runId)).status).toBe("success");
  expect(await startedAfter(runId)).toBeLessThan(1);
});

test("a process that did not make it lets it start in time, too", async () => {
  const { server, runId } = await make({ seconds: 1 }, 0);
  await server.stop(0);
  const worker = await world.startProcess();
  expect((await worker.service.wait(world.ada, runId)).status).toBe("success");
  expect(await startedAfter(runId)).toBeLessThan(7);
});

test("it can be stopped before its time, and never starts", async () => {
  const { server, runId } = await make({ seconds: 1 });
  expect((await server.service.cancel(world.ada, runId)).status).toBe("cancelled");
  const { runId: later } = await make({ seconds: 1.2 });
  await server.service.wait(world.ada, later);
  expect(await server.service.get(world.ada, runId)).toMatchObject({ status: "cancelled", startedAt: null });
});
