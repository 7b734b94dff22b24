import { afterAll, beforeAll, expect, test } from "vitest";
import { loadEvents } from "@/lib/runs/service/read-events";
import type { RunEvent } from "@/workflows/events/event";
import { emptyView, project } from "@/workflows/events/project";
import { endedRuns, packRun } from "./pack-events";
import { createKeepWorld, type KeepWorld, talk } from "./testing/keep-world";

let world: KeepWorld;
beforeAll(async () => {
  world = await createKeepWorld();
});
afterAll(() => world.close());

/** A finished run with so many stored deltas, as a slow model leaves them. */
async function longAnswer(tokens: number): Promise<string> {
  const { runId } = await world.run(await world.publish(talk), "Hi");
  const events = await loadEvents(world.pool, runId, 0, 10_000);
  const first = events.findIndex(({ type }) => type === "model.delta");
  const rest = events.filter(({ type }, at) => at > first && type !== "model.delta");
  const delta = events[first];
  if (delta?.type !== "model.delta") throw new Error("the model said nothing");
  const deltas = Array.from(
    { length: tokens },
    (_, at): RunEvent => ({
      ...delta,
      ts: delta.ts + at * 20,
      data: { ...delta.data, text: ` token${at}` },
    }),
  );
  const all = [...events.slice(0, first), ...deltas, ...rest].map((event, at) => ({ ...event, seq: at + 1 }));
  await world.pool.query("delete from run_events where run_id = $1", [runId]);
  await world.pool.query(
    `insert into run_events (run_id, seq, ts, type, node, visit, data)
     select $1, e.seq, e.ts, e.type, e.node, e.visit, e.data
     from jsonb_to_recordset($2) as e(seq int, ts float8, type text, node text, visit int, data jsonb)`,
    [runId, JSON.stringify(all)],
  );
  await world.pool.query("update runs set last_seq = $2 where id = $1", [runId, all.length]);
  return runId;
}

async function pack(runId: string): Promise<void> {
  const run = (await endedRuns(world.pool, 100, 0)).find(({ id }) => id === runId);
  if (run) await packRun(world.pool, run);
}

const rowsOf = (runId: string) => world.count("run_events", "run_id = $1", runId);

test("a long answer becomes a few rows, and reads as it did: all of it, any page of it, its view", async () => {
  const runId = await longAnswer(1_300);
  const before = await loadEvents(world.pool, runId, 0, 10_000);
  const { view } = await world.server.service.view(world.ada, runId);
  expect(await rowsOf(runId)).toBe(before.length);
  await pack(runId);
  expect(await rowsOf(runId)).toBe(before.length - 1_300 + 3);
  expect(await loadEvents(world.pool, runId, 0, 10_000)).toEqual(before);
  for (const [after, limit] of [
    [0, 1],
    [3, 500],
    [499, 500],
    [777, 7],
    [1_290, 500],
    [before.length, 10],
  ] as const) {
    expect(await loadEvents(world.pool, runId, after, limit)).toEqual(before.slice(after, after + limit));
  }
  expect(project(await loadEvents(world.pool, runId, 0, 10_000), emptyView(runId))).toEqual(view);
});

test("a reader whose pages come before and after the packing gets every event once", async () => {
  const runId = await longAnswer(1_300);
  const before = await loadEvents(world.pool, runId, 0, 10_000);
  const first = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  const packed = Promise.withResolvers<void>();
  const seen: RunEvent[] = [];
  const reader = await world.server.service.subscribe(world.ada, runId, 0, async (events) => {
    seen.push(...events);
    first.resolve();
    if (events.some(({ type }) => type === "run.finished")) over.resolve();
    await packed.promise;
  });
  await first.promise;
  await pack(runId);
  packed.resolve();
  await over.promise;
  reader.close();
  expect(seen).toEqual(before);
});

test("processes that pack at once do it once, and a run in progress is left alone", async () => {
  const runId = await longAnswer(700);
  const before = await loadEvents(world.pool, runId, 0, 10_000);
  await Promise.all([pack(runId), pack(runId), world.keepHouse(), world.keepHouse()]);
  expect(await loadEvents(world.pool, runId, 0, 10_000)).toEqual(before);
  expect(await endedRuns(world.pool, 100, 0)).toEqual([]);
  const open = await longAnswer(10);
  await world.pool.query("update runs set ended_at = null, status = 'interrupted' where id = $1", [open]);
  const rows = await rowsOf(open);
  await world.keepHouse();
  expect(await rowsOf(open)).toBe(rows);
});

test("a run whose events cannot be read holds nobody up", async () => {
  const broken = await longAnswer(10);
  await world.pool.query(
    `update run_events set data = '{"other": 1}' where run_id = $1 and type = 'model.delta'`,
    [broken],
  );
  const fine = await longAnswer(10);
  await world.keepHouse();
  expect(await endedRuns(world.pool, 100, 0)).toEqual([]);
  expect(await world.count("run_events", "run_id = $1 and type = 'model.delta'", fine)).toBe(0);
  expect(await world.count("run_events", "run_id = $1 and type = 'model.delta'", broken)).toBe(10);
});
