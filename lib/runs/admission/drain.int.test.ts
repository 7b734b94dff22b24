import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { Gate, gatedGraph } from "../testing/gated";
import { createRunWorld, eventOf, eventsOf, type RunWorld } from "../testing/run-world";

let world: RunWorld;
beforeAll(async () => {
  world = await createRunWorld();
});
afterEach(() => world.stopAll());
afterAll(() => world.close());

const ask = () => node("model", { model: "gate/model", prompt: "{{ q }}", output: "answer" });
const two = draw({
  channels: { q: text, answer: text },
  nodes: { s: start("q"), one: ask(), two: ask(), done: end("answer") },
  edges: ["s > one", "one > two", "two > done"],
});

function gated(): Gate {
  const gate = new Gate();
  world.script("gate/model", gate.script);
  return gate;
}

test("a process that stops lets its runs finish their step, begins no other, and is gone at once then", async () => {
  const gate = gated();
  const first = await world.startProcess();
  const { runId } = await world.start(first, await world.publish(two), { q: "?" });
  await gate.until(1);
  const stopped = first.stop(30_000);
  gate.letOne();
  await stopped;
  expect(gate.entered).toBe(1);
  const second = await world.startProcess();
  gate.letAll();
  expect((await second.service.wait(world.ada, runId)).status).toBe("success");
  expect(gate.entered).toBe(2);
  const events = await eventsOf(second, world.ada, runId);
  expect(events.filter(({ type }) => type === "node.started").map((event) => event.node)).toEqual([
    "one",
    "two",
  ]);
});

/** Moves what the run's events say of time, as if it had been so. */
async function killed(moved: string): Promise<{ runId: string; gate: Gate }> {
  const gate = gated();
  const first = await world.startProcess();
  const document = { ...gatedGraph, settings: { ...gatedGraph.settings, timeoutMs: 60_000 } };
  const { runId } = await world.start(first, await world.publish(document), { q: "?" });
  await eventOf(first, world.ada, runId, ({ type }) => type === "model.started");
  await first.kill();
  await world.database.pool.query(`update run_events set ts = ts ${moved}`, [runId]);
  return { runId, gate };
}

test("the time that a dead worker spent on a run counts", async () => {
  const { runId } = await killed(
    "+ 61000 where run_id = $1 and seq = (select max(seq) from run_events where run_id = $1)",
  );
  const second = await world.startProcess();
  expect(await second.service.wait(world.ada, runId)).toMatchObject({ status: "timeout" });
});

test("the time that it waited in the queue does not", async () => {
  const { runId, gate } = await killed("- 3600000 where run_id = $1 and seq = 1");
  const second = await world.startProcess();
  await gate.until(2);
  gate.letAll();
  expect(await second.service.wait(world.ada, runId)).toMatchObject({ status: "success" });
});
