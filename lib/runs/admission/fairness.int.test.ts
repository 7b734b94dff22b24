import { afterAll, beforeAll, expect, test } from "vitest";
import { Gate, gatedGraph } from "../testing/gated";
import { createRunWorld, type RunWorld } from "../testing/run-world";

let world: RunWorld;
beforeAll(async () => {
  world = await createRunWorld();
});
afterAll(() => world.close());

/** So many runs of the same agent, as if they had been made one after the other. */
async function queueMore(runId: string, count: number): Promise<void> {
  await world.database.pool.query(
    `with more as (select 'more' || n as id, n from generate_series(1, $2::int) n),
     threads as (
       insert into threads (id, workspace_id, agent_id, status, source)
       select more.id, t.workspace_id, t.agent_id, 'busy', t.source
       from more, threads t join runs r on r.thread_id = t.id where r.id = $1
     )
     insert into runs (id, workspace_id, agent_id, thread_id, version, source, input, held, created_at)
     select more.id, r.workspace_id, r.agent_id, more.id, r.version, r.source, r.input, 'limit',
       r.created_at + more.n * interval '1 microsecond'
     from more, runs r where r.id = $1`,
    [runId, count],
  );
}

test("one workspace with 10,000 runs in the queue keeps nobody waiting: a late run of another starts in the next free place", async () => {
  const gate = new Gate();
  world.script("gate/model", gate.script);
  const web = await world.startProcess(0);
  const many = await world.start(web, await world.publish(gatedGraph), { q: "?" });
  await queueMore(many.runId, 10_000);
  await world.startProcess(4);
  await gate.until(4);
  const lateAgent = await world.publish(gatedGraph, "Agent", await world.otherWorkspace());
  const late = [await world.start(web, lateAgent, { q: "?" }), await world.start(web, lateAgent, { q: "?" })];
  gate.letOne();
  gate.letOne();
  await gate.until(6);
  const { rows } = await world.database.pool.query("select status from runs where id = any($1)", [
    late.map(({ runId }) => runId),
  ]);
  expect(rows).toEqual([{ status: "running" }, { status: "running" }]);
  await world.database.pool.query("truncate pgboss.job, threads cascade");
  gate.letAll();
});
