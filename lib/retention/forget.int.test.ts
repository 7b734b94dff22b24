import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "@/lib/db/id";
import { checkpointSchema } from "@/lib/db/migrate";
import { draw, end, node, start } from "@/workflows/compile/testing/draw";
import { createKeepWorld, type KeepWorld, says, talk } from "./testing/keep-world";

let world: KeepWorld;
beforeAll(async () => {
  world = await createKeepWorld();
});
beforeEach(() => world.keep({}));
afterAll(() => world.close());

const exists = async (table: string, id: string) => (await world.count(table, "id = $1", id)) === 1;
const eventsOf = (runId: string) => world.count("run_events", "run_id = $1", runId);

test("nothing is deleted that nobody asked for", async () => {
  const { runId } = await world.run(await world.publish(talk), "Hi");
  await world.age(3_000, "id = $2", runId);
  await world.keepHouse();
  expect([await exists("runs", runId), (await eventsOf(runId)) > 0]).toEqual([true, true]);
});

test("events go after their days: the run stays, with what it took and cost, and says what became of its trace", async () => {
  const agent = await world.publish(talk);
  const old = await world.run(agent, "Hi");
  const young = await world.run(agent, "Hi");
  await world.age(8, "id = $2", old.runId);
  await world.age(6, "id = $2", young.runId);
  await world.keep({ events: 7 });
  const before = await world.server.service.view(world.ada, old.runId);
  expect(before.run.eventsDeletedAt).toBeNull();
  await world.keepHouse();
  expect(await eventsOf(old.runId)).toBe(0);
  expect(await eventsOf(young.runId)).toBeGreaterThan(0);
  const { run, view } = await world.server.service.view(world.ada, old.runId);
  expect(run).toEqual({ ...before.run, eventsDeletedAt: expect.any(String) });
  const { status, output, tokens, cost } = before.view;
  expect(view).toMatchObject({ status, output, tokens, cost, spans: [] });
  expect(await world.count("usage_records", "run_id = $1", old.runId)).toBe(1);
});

test("runs go after their days, with the conversation when its last one does; what they cost stays counted", async () => {
  await world.pool.query("delete from threads");
  const agent = await world.publish(talk);
  const alone = await world.run(agent, "Hi");
  const first = await world.run(agent, "One");
  const second = await world.run(agent, "Two", first.threadId);
  await world.age(40, "id = any($2)", [alone.runId, first.runId]);
  await world.keep({ runs: 30 });
  await world.keepHouse();
  expect([await exists("runs", alone.runId), await exists("threads", alone.threadId)]).toEqual([
    false,
    false,
  ]);
  expect(await world.checkpointRows(alone.threadId)).toBe(0);
  expect([await exists("runs", first.runId), await exists("runs", second.runId)]).toEqual([false, true]);
  expect(await world.count("usage_records", "run_id = any($1)", [alone.runId, first.runId])).toBe(2);
  const owners = await world.rows(
    `select distinct metadata->>'signalbox_run_id' as id, count(*) over (partition by metadata->>'signalbox_run_id')
     as count from ${checkpointSchema}.checkpoints where thread_id = $1`,
    first.threadId,
  );
  // Of the first one's only the state is left that the second began from.
  expect(owners.find(({ id }) => id === first.runId)?.count).toBe("1");
  await world.run(agent, "Three", first.threadId);
  const turns = await world.server.service.turns(world.ada, agent.id, first.threadId);
  expect(turns.map(({ messages }) => messages[0]?.content)).toEqual(["Two", "Three"]);
  const [line] = await world.rows(
    "select data from audit_events where action = 'deleteOldData' order by created_at desc limit 1",
  );
  expect(line?.data).toMatchObject({ runs: 2, conversations: 1 });
});

test("what runs, waits or is queued is never touched, nor its conversation, however old", async () => {
  const agent = await world.publish(
    draw({
      channels: { messages: { type: "messages", reducer: "messages" } },
      nodes: {
        s: start("messages"),
        ask: node("human", { message: "Good?", answers: [{ id: "yes", label: "Yes", tone: "primary" }] }),
        done: end("messages"),
      },
      edges: ["s > ask", "ask.yes > done"],
    }),
  );
  const { runId, threadId } = await world.run(agent, "Hi");
  await world.age(400, "id = $2", runId);
  const rows = await world.checkpointRows(threadId);
  const events = await eventsOf(runId);
  await world.keep({ runs: 1, events: 1, checkpoints: 1 });
  await world.keepHouse();
  expect(await eventsOf(runId)).toBe(events);
  expect(await world.checkpointRows(threadId)).toBe(rows);
  const { items } = await world.server.service.interrupts(world.ada, { runId }, { limit: 1 });
  expect(items).toHaveLength(1);
});

test("a called run stays as long as the one that called it, and goes after it", async () => {
  const agent = await world.publish(talk);
  const parent = await world.run(agent, "Parent");
  const child = await world.run(agent, "Child");
  await world.pool.query("update runs set parent_run_id = $1 where id = $2", [parent.runId, child.runId]);
  await world.pool.query("update runs set status = 'interrupted', ended_at = null where id = $1", [
    parent.runId,
  ]);
  await world.age(40, "id = $2", child.runId);
  await world.keep({ runs: 30, events: 30 });
  await world.keepHouse();
  expect([await exists("runs", child.runId), (await eventsOf(child.runId)) > 0]).toEqual([true, true]);
  await world.pool.query("update runs set status = 'success', ended_at = now() where id = $1", [
    parent.runId,
  ]);
  await world.age(40, "id = $2", parent.runId);
  await world.keepHouse();
  expect([await exists("runs", parent.runId), await exists("runs", child.runId)]).toEqual([false, false]);
});

test("the trace of a called run goes with that of the one that called it", async () => {
  const agent = await world.publish(talk);
  const parent = await world.run(agent, "Parent");
  const child = await world.run(agent, "Child");
  await world.pool.query("update runs set parent_run_id = $1 where id = $2", [parent.runId, child.runId]);
  await world.age(40, "id = $2", child.runId);
  await world.age(20, "id = $2", parent.runId);
  await world.keep({ events: 30 });
  await world.keepHouse();
  expect((await eventsOf(child.runId)) > 0).toBe(true);
  await world.age(20, "id = $2", parent.runId);
  await world.keepHouse();
  expect([await eventsOf(parent.runId), await eventsOf(child.runId)]).toEqual([0, 0]);
});

test("more than a batch goes in several, whichever processes are at it", async () => {
  const agent = await world.publish(talk);
  const { runId, threadId } = await world.run(agent, "Hi");
  await world.pool.query(
    `insert into run_events (run_id, seq, ts, type, ns, data)
     select $1, 1000 + at, 0, 'log', '{}', '{"level": "info", "message": "x"}' from generate_series(1, 1200) at`,
    [runId],
  );
  await world.pool.query(
    `insert into ${checkpointSchema}.checkpoint_blobs (thread_id, checkpoint_ns, channel, version, type, blob)
     select $1, '', 'other', at::text, 'json', 'x' from generate_series(1, 1200) at`,
    [threadId],
  );
  await world.age(40, "id = $2", runId);
  await world.keep({ runs: 30 });
  await Promise.all([world.keepHouse(), world.keepHouse(), world.keepHouse()]);
  expect(await exists("threads", threadId)).toBe(false);
  expect([await eventsOf(runId), await world.checkpointRows(threadId)]).toEqual([0, 0]);
});

test("keys of requests and processes that are long gone are swept away", async () => {
  const key = async (age: string) => {
    const made = newId("key");
    await world.pool.query(
      `insert into idempotency_keys (workspace_id, scope, key, fingerprint, run_id, thread_id, created_at)
       values ($1, '', $2, '', '', '', now() - $3::interval)`,
      [world.workspaceId, made, age],
    );
    return made;
  };
  const [old, young] = [await key("25 hours"), await key("23 hours")];
  await world.pool.query(
    `insert into processes (id, role, host, pid, version, seen_at, report) values
     (1, 'all', 'h', 1, '', now() - interval '25 hours', '{}'), (2, 'all', 'h', 1, '', now(), '{}')`,
  );
  await world.keepHouse();
  const keys = await world.rows("select key from idempotency_keys where key = any($1)", [old, young]);
  expect(keys).toEqual([{ key: young }]);
  expect(await world.rows("select id from processes where id in (1, 2)")).toEqual([{ id: 2 }]);
});

test("a failed run's conversation goes as a whole, also where its last run wrote nothing", async () => {
  const agent = await world.publish(talk);
  const { runId, threadId } = await world.run(agent, "Hi");
  await world.server.stop(0);
  const web = await world.startProcess(0);
  const made = await world.start(web, agent, says("Never mind"), threadId);
  await web.service.cancel(world.ada, made.runId);
  await world.age(40, "id = any($2)", [runId, made.runId]);
  await world.keep({ runs: 30, checkpoints: 30 });
  await world.keepHouse();
  expect(await exists("threads", threadId)).toBe(false);
});
