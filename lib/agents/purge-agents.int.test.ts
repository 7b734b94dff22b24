import { AIMessageChunk } from "@langchain/core/messages";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRunWorld, type RunWorld, type TestProcess } from "@/lib/runs/testing/run-world";
import { draw, end, mark, node, start, text, trail } from "@/workflows/compile/testing/draw";
import { purgeBatch } from "./purge-agents";

let world: RunWorld;
let server: TestProcess;
beforeAll(async () => {
  world = await createRunWorld();
  server = await world.startProcess();
});
afterAll(() => world.close());

const graph = draw({
  channels: { q: text, trail },
  nodes: { s: start("q"), a: mark("a"), done: end("trail") },
  edges: ["s > a", "a > done"],
});

/** An agent with three runs, deleted as many days ago. */
async function deletedAgent(name: string, days: number) {
  const agent = await world.publish(graph, name);
  for (const q of ["one", "two", "three"]) {
    const { runId } = await world.start(server, agent, { q });
    await server.service.wait(world.ada, runId);
  }
  await world.database.pool.query(
    "update agents set deleted_at = now() - make_interval(days => $2, mins => 1) where id = $1",
    [agent.id, days],
  );
  return agent.id;
}

/** How many rows speak of an agent: versions, threads, runs, events, checkpoints. */
async function left(agentId: string) {
  const { rows } = await world.database.pool.query(
    `select (select count(*)::int from agents where id = $1) as agents,
       (select count(*)::int from agent_versions where agent_id = $1) as versions,
       (select count(*)::int from threads where agent_id = $1) as threads,
       (select count(*)::int from runs where agent_id = $1) as runs`,
    [agentId],
  );
  return rows[0];
}
const count = async (table: string) =>
  (await world.database.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n;
const nothing = { agents: 0, versions: 0, threads: 0, runs: 0 };

test("what was deleted 30 days ago goes batch by batch, with all that belongs to it, and is written down", async () => {
  const kept = await deletedAgent("Kept", 29);
  const stored = ["run_events", "langgraph.checkpoints", "langgraph.checkpoint_writes"];
  const before = await Promise.all(stored.map(count));
  const old = await deletedAgent("Old", 30);

  expect(await purgeBatch(world.database.pool, 2)).toBe(true);
  expect(await left(old)).toEqual({ agents: 1, versions: 1, threads: 1, runs: 1 });
  expect(await purgeBatch(world.database.pool, 2)).toBe(true);
  expect(await left(old)).toEqual(nothing);
  expect(await purgeBatch(world.database.pool, 2)).toBe(false);

  expect(await Promise.all(stored.map(count))).toEqual(before);
  expect(await left(kept)).toEqual({ agents: 1, versions: 1, threads: 3, runs: 3 });
  const { rows } = await world.database.pool.query(
    "select actor_kind, workspace_id, target_id, data from audit_events where action = 'purgeAgent' order by id",
  );
  const line = { actor_kind: "system", workspace_id: world.ada.workspaceId, target_id: old };
  expect(rows).toEqual([
    { ...line, data: { name: "Old", threads: 2, runs: 2, finished: false } },
    { ...line, data: { name: "Old", threads: 1, runs: 1, finished: true } },
  ]);
});

test("what its runs have spent stays on record", async () => {
  world.script("acme/1", async function* () {
    const usage_metadata = { input_tokens: 3, output_tokens: 2, total_tokens: 5 };
    yield new AIMessageChunk({ content: "Yes", usage_metadata });
  });
  const ask = node("model", { model: "acme/1", prompt: "{{ q }}", output: "q" });
  const agent = await world.publish(
    draw({
      channels: { q: text },
      nodes: { s: start("q"), ask, done: end("q") },
      edges: ["s > ask", "ask > done"],
    }),
    "Spender",
  );
  const { runId } = await world.start(server, agent, { q: "?" });
  await server.service.wait(world.ada, runId);
  await world.database.pool.query("update agents set deleted_at = now() - interval '31 days' where id = $1", [
    agent.id,
  ]);
  while (await purgeBatch(world.database.pool));
  expect(await left(agent.id)).toEqual(nothing);
  const { rows } = await world.database.pool.query(
    "select agent_id, input_tokens, output_tokens, cost_micros::int from usage_records where run_id = $1",
    [runId],
  );
  expect(rows).toEqual([{ agent_id: agent.id, input_tokens: 3, output_tokens: 2, cost_micros: 20 }]);
});

test("two processes at once share the work, and nothing goes where it cannot be written down", async () => {
  const ids = [await deletedAgent("A", 40), await deletedAgent("B", 50)];
  const { pool } = world.database;
  await pool.query("alter table audit_events add constraint refused check (false) not valid");
  await expect(purgeBatch(pool)).rejects.toThrow();
  await pool.query("alter table audit_events drop constraint refused");
  expect(await Promise.all(ids.map(left))).toMatchObject([{ runs: 3 }, { runs: 3 }]);
  expect(await Promise.all([purgeBatch(pool), purgeBatch(pool)])).toEqual([true, true]);
  expect(await Promise.all(ids.map(left))).toEqual([nothing, nothing]);
});
