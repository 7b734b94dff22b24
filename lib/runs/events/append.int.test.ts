import { afterAll, beforeAll, expect, test } from "vitest";
import { agents, runs, threads, workspaces } from "@/drizzle/schema";
import type { DatabaseHandle } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import type { EventBody, EventDraft } from "@/workflows/events/event";
import { loadEvents } from "../service/read-events";
import { appendEvents } from "./append";

let database: DatabaseHandle;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.insert(workspaces).values({ id: "w", name: "W" });
  await database.db.insert(agents).values({ id: "a", workspaceId: "w", name: "A", slug: "a", draft: {} });
});
afterAll(() => database.close());

async function newRun(row: Partial<typeof runs.$inferInsert> = {}): Promise<string> {
  const id = newId("run");
  const place = { workspaceId: "w", agentId: "a" };
  await database.db.insert(threads).values({ id, ...place, source: "test", status: "busy" });
  const run = {
    id,
    ...place,
    threadId: id,
    source: "test" as const,
    input: {},
    epoch: 3,
    status: "running" as const,
  };
  await database.db.insert(runs).values({ ...run, ...row });
  return id;
}

const event = (body: EventBody): EventDraft => ({
  ts: 1.5,
  ns: ["sub", 'a,"{}'],
  node: "n",
  visit: 2,
  ...body,
});
const log = (message: string) => event({ type: "log", data: { level: "info", message } });
const called = (costMicros: number | null) =>
  event({
    type: "model.finished",
    data: {
      spanId: "m",
      provider: "acme",
      model: "acme-1",
      message: { role: "assistant", content: "hi" },
      usage: { input: 10, output: 4, cached: 3, cacheWrites: 0, reasoning: 0 },
      costMicros,
    },
  });

const append = (groups: { runId: string; epoch: number | null; events: EventDraft[] }[]) =>
  appendEvents(database.pool, 1, groups);
const one = async (table: string, id: string) =>
  (await database.pool.query(`select * from ${table} where id = $1`, [id])).rows[0];

test("events of several runs go in together, each numbered by itself, and come out as they went in", async () => {
  const [left, right] = [await newRun(), await newRun()];
  await append([{ runId: left, epoch: 3, events: [log("1")] }]);
  const bases = await append([
    { runId: left, epoch: 3, events: [log("2"), log("3")] },
    { runId: right, epoch: 3, events: [log("4")] },
  ]);
  expect(bases).toEqual(
    new Map([
      [left, 1],
      [right, 0],
    ]),
  );
  const stored = await loadEvents(database.pool, left, 0, 10);
  expect(stored).toEqual([1, 2, 3].map((seq) => ({ runId: left, seq, ...log(String(seq)) })));
});

test("writers that come at the same moment leave no gap and no double number", async () => {
  const id = await newRun();
  await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      append([{ runId: id, epoch: 3, events: [log(`${at}a`), log(`${at}b`)] }]),
    ),
  );
  const stored = await loadEvents(database.pool, id, 0, 100);
  expect(stored.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
});

test("a worker that was overtaken writes nothing, while the others in its group do", async () => {
  const [taken, fine] = [await newRun({ epoch: 4 }), await newRun()];
  const bases = await append([
    { runId: taken, epoch: 3, events: [called(5)] },
    { runId: fine, epoch: 3, events: [log("1")] },
  ]);
  expect([...bases.keys()]).toEqual([fine]);
  expect(await loadEvents(database.pool, taken, 0, 10)).toEqual([]);
  expect(await one("runs", taken)).toMatchObject({ last_seq: 0, input_tokens: 0 });
});

test("a run that has ended takes no more events", async () => {
  const id = await newRun({ status: "success" });
  expect(await append([{ runId: id, epoch: 3, events: [log("late")] }])).toEqual(new Map());
});

test("a run that somebody asked to cancel cannot succeed, but it can be cancelled", async () => {
  const id = await newRun({ cancelRequestedAt: new Date() });
  const finished = event({ type: "run.finished", data: { output: {} } });
  expect(await append([{ runId: id, epoch: 3, events: [finished] }])).toEqual(new Map());
  await append([{ runId: id, epoch: 3, events: [event({ type: "run.cancelled", data: {} })] }]);
  expect(await one("runs", id)).toMatchObject({ status: "cancelled" });
});

test("a run that somebody asked to cancel still tells what its work came to", async () => {
  const runId = await newRun({ cancelRequestedAt: new Date() });
  expect(await append([{ runId, epoch: 3, events: [log("cut off")] }])).toEqual(new Map([[runId, 0]]));
});

test("tokens and cost move with the events that report them; an unknown price is counted, not added", async () => {
  const id = await newRun();
  await append([{ runId: id, epoch: 3, events: [called(25), log("between"), called(null)] }]);
  expect(await one("runs", id)).toMatchObject({
    input_tokens: 20,
    output_tokens: 8,
    cached_tokens: 6,
    cost_micros: "25",
    unknown_cost_calls: 1,
  });
  const { rows } = await database.pool.query(
    "select seq, provider, model, input_tokens, cost_micros from usage_records where run_id = $1 order by seq",
    [id],
  );
  expect(rows).toEqual([
    { seq: 1, provider: "acme", model: "acme-1", input_tokens: 10, cost_micros: "25" },
    { seq: 3, provider: "acme", model: "acme-1", input_tokens: 10, cost_micros: null },
  ]);
});

test.each<[EventBody, string, string]>([
  [{ type: "run.finished", data: { output: { a: 1 } } }, "success", "idle"],
  [{ type: "run.failed", data: { status: "error", problem: { code: "x", message: "y" } } }, "error", "error"],
  [
    { type: "run.failed", data: { status: "timeout", problem: { code: "x", message: "y" } } },
    "timeout",
    "error",
  ],
  [{ type: "run.cancelled", data: {} }, "cancelled", "idle"],
  [{ type: "run.interrupted", data: { interruptIds: [] } }, "interrupted", "interrupted"],
])("the rows of run and thread follow %o", async (body, status, threadStatus) => {
  const id = await newRun();
  await append([{ runId: id, epoch: 3, events: [event(body)] }]);
  const run = await one("runs", id);
  expect(run.status).toBe(status);
  expect(run.ended_at !== null).toBe(status !== "interrupted");
  expect((await one("threads", id)).status).toBe(threadStatus);
});

test("a pause is a row of the inbox; asked again under the same id it waits again; an end withdraws it", async () => {
  const id = await newRun();
  const pause = (message: string) =>
    event({
      type: "node.interrupted",
      data: { spanId: "n", interruptId: "lg", payload: { message, answers: [], allowText: true } },
    });
  const rows = async () =>
    (
      await database.pool.query(
        "select status, payload->>'message' as message from interrupts where run_id = $1",
        [id],
      )
    ).rows;
  await append([{ runId: id, epoch: 3, events: [pause("first?")] }]);
  expect(await rows()).toEqual([{ status: "waiting", message: "first?" }]);
  await database.pool.query("update interrupts set status = 'answered' where run_id = $1", [id]);
  await append([{ runId: id, epoch: 3, events: [pause("second?")] }]);
  expect(await rows()).toEqual([{ status: "waiting", message: "second?" }]);
  await append([{ runId: id, epoch: 3, events: [event({ type: "run.cancelled", data: {} })] }]);
  expect(await rows()).toEqual([{ status: "withdrawn", message: "second?" }]);
});

test("characters that Postgres cannot hold do not stop a run", async () => {
  const id = await newRun();
  await append([{ runId: id, epoch: 3, events: [log("a\u0000b \ud83d")] }]);
  const [stored] = await loadEvents(database.pool, id, 0, 1);
  expect(stored?.data).toEqual({ level: "info", message: "a\ufffdb \ufffd" });
});
