import { afterAll, beforeAll, expect, test } from "vitest";
import { checkpointSchema } from "@/lib/db/migrate";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { pruneStates } from "./prune-states";
import { createKeepWorld, type KeepWorld, says, talk } from "./testing/keep-world";

let world: KeepWorld;
beforeAll(async () => {
  world = await createKeepWorld();
});
afterAll(() => world.close());

/** A conversation of so many turns. */
async function conversation(turns: number) {
  const agent = await world.publish(talk);
  const first = await world.run(agent, "Hi 1");
  const { threadId } = first;
  const runIds = [first.runId];
  for (let at = 2; at <= turns; at += 1) runIds.push((await world.run(agent, `Hi ${at}`, threadId)).runId);
  return { agent, threadId, runIds };
}

const turnsOf = ({ agent, threadId }: { agent: { id: string }; threadId: string }) =>
  world.server.service.turns(world.ada, agent.id, threadId);
const prune = (threadId: string, runs: number, days: number | null = null) =>
  pruneStates(world.server.context, threadId, { runs, days });

/** Rows per table and run. */
async function statesOf(threadId: string): Promise<Map<string, number>> {
  const rows = await world.rows(
    `select metadata->>'signalbox_run_id' as run, count(*) as count from ${checkpointSchema}.checkpoints
     where thread_id = $1 group by 1`,
    threadId,
  );
  return new Map(rows.map(({ run, count }) => [String(run), Number(count)]));
}

test("a long conversation keeps its latest states, reads as before, and goes on", async () => {
  const talked = await conversation(6);
  const before = await turnsOf(talked);
  const whole = (await statesOf(talked.threadId)).get(talked.runIds[4] ?? "");
  expect(await prune(talked.threadId, 2)).toBeGreaterThan(0);
  const states = await statesOf(talked.threadId);
  // All of the last two, and what the first of these began from.
  expect([...states.keys()].sort()).toEqual(talked.runIds.slice(3).sort());
  expect(states.get(talked.runIds[3] ?? "")).toBe(1);
  expect(states.get(talked.runIds[4] ?? "")).toBe(whole);
  expect(await turnsOf(talked)).toEqual(before);
  await world.run(talked.agent, "Hi 7", talked.threadId);
  const after = await turnsOf(talked);
  expect(after.slice(0, 6)).toEqual(before);
  expect(after[6]?.messages).toMatchObject([{ content: "Hi 7" }, { role: "assistant" }]);
  const state = await world.server.context.saver.getTuple({
    configurable: { thread_id: talked.threadId, checkpoint_ns: "" },
  });
  expect(state?.checkpoint.channel_values.messages).toHaveLength(14);
});

test("a conversation of any length has as many rows as a short one", async () => {
  const { agent, threadId } = await conversation(1);
  const rows: number[] = [];
  for (let turn = 2; turn <= 14; turn += 1) {
    await world.run(agent, `Hi ${turn}`, threadId);
    await world.keepHouse({ checkpointRuns: 3 });
    rows.push(await world.checkpointRows(threadId));
  }
  expect(Math.max(...rows.slice(4))).toBe(rows[4]);
});

test("values that later checkpoints refer to stay, whoever wrote them", async () => {
  const agent = await world.publish(
    draw({
      channels: { messages: { type: "messages", reducer: "messages" }, plan: text },
      nodes: {
        s: start("messages"),
        begun: node("branch", { conditions: [{ id: "yes", label: "Yes", when: "size(messages) > 1" }] }),
        set: node("set-state", { assignments: [{ channel: "plan", value: '"made at first"' }] }),
        reply: node("model", { model: "acme/1", messages: "messages" }),
        done: end("plan"),
      },
      edges: ["s > begun", "begun.else > set", "begun.yes > reply", "set > reply", "reply > done"],
    }),
  );
  const { threadId } = await world.run(agent, "Hi");
  for (let turn = 0; turn < 4; turn += 1) await world.run(agent, "More", threadId);
  await prune(threadId, 1);
  const { runId } = await world.run(agent, "Still?", threadId);
  expect((await world.server.service.get(world.ada, runId)).output).toEqual({ plan: "made at first" });
  const orphans = await world.rows(
    `select b.channel, b.version from ${checkpointSchema}.checkpoint_blobs b where b.thread_id = $1
       and not exists (select 1 from ${checkpointSchema}.checkpoints c where c.thread_id = $1
         and c.checkpoint_ns = b.checkpoint_ns and c.checkpoint->'channel_versions'->>b.channel = b.version)`,
    threadId,
  );
  expect(orphans).toEqual([]);
});

/** Asks before it answers. */
const careful = draw({
  channels: { messages: { type: "messages", reducer: "messages" } },
  nodes: {
    s: start("messages"),
    reply: node("model", { model: "acme/1", messages: "messages" }),
    ask: node("human", { message: "Good?", answers: [{ id: "yes", label: "Yes", tone: "primary" }] }),
    done: end("messages"),
  },
  edges: ["s > reply", "reply > ask", "ask.yes > done"],
});

test("a conversation that waits for a person is left alone, and can be answered", async () => {
  const agent = await world.publish(careful);
  const { runId, threadId } = await world.run(agent, "Hi");
  const rows = await world.checkpointRows(threadId);
  await world.age(400, "id = $2", runId);
  expect(await prune(threadId, 1, 1)).toBe(0);
  expect(await world.checkpointRows(threadId)).toBe(rows);
  const { items } = await world.server.service.interrupts(world.ada, { runId }, { limit: 1 });
  await world.server.service.answer(world.ada, items[0]?.id ?? "", { answer: "yes" });
  await expect.poll(async () => (await world.server.service.get(world.ada, runId)).status).toBe("success");
});

test("pauses keep their place in the conversation after its states went", async () => {
  const agent = await world.publish(careful);
  const { runId, threadId } = await world.run(agent, "Hi");
  const { items } = await world.server.service.interrupts(world.ada, { runId }, { limit: 1 });
  await world.server.service.answer(world.ada, items[0]?.id ?? "", { answer: "yes" });
  await expect.poll(async () => (await world.server.service.get(world.ada, runId)).status).toBe("success");
  const talked = { agent, threadId };
  await world.age(3, "id = $2", runId);
  const before = await turnsOf(talked);
  expect(before[0]?.pauses).toHaveLength(1);
  await prune(threadId, 1, 2);
  expect(await turnsOf(talked)).toEqual(before);
  // Of a run that ended well only the last state is left: the next message goes on from it.
  expect([...(await statesOf(threadId)).values()]).toEqual([1]);
});

test("nor do pauses move when only the trace of their run goes", async () => {
  const agent = await world.publish(careful);
  const { runId, threadId } = await world.run(agent, "Hi");
  const { items } = await world.server.service.interrupts(world.ada, { runId }, { limit: 1 });
  await world.server.service.answer(world.ada, items[0]?.id ?? "", { answer: "yes" });
  await expect.poll(async () => (await world.server.service.get(world.ada, runId)).status).toBe("success");
  await world.age(3, "id = $2", runId);
  const before = await turnsOf({ agent, threadId });
  expect(before[0]?.pauses).toHaveLength(1);
  await world.keep({ events: 1 });
  await world.keepHouse();
  await world.keep({});
  expect(await world.count("run_events", "run_id = $1", runId)).toBe(0);
  expect(await turnsOf({ agent, threadId })).toEqual(before);
});

test("a failed run can be tried again from where it began, however old it is", async () => {
  const { agent, threadId } = await conversation(3);
  world.script("acme/1");
  const failed = await world.run(agent, "Again?", threadId);
  await world.age(400, "thread_id = $2", threadId);
  await prune(threadId, 1, 1);
  world.answers();
  const retried = await world.server.service.create(world.ada, {
    agent,
    graph: { version: 1 },
    source: "test",
    input: says("Again?"),
    threadId,
    retryOf: failed.runId,
  });
  await world.server.service.wait(world.ada, retried.runId);
  const turns = await turnsOf({ agent, threadId });
  expect(turns.map(({ status }) => status)).toEqual(["success", "success", "success", "error", "success"]);
  const state = await world.server.context.saver.getTuple({
    configurable: { thread_id: threadId, checkpoint_ns: "" },
  });
  expect(state?.checkpoint.channel_values.messages).toHaveLength(8);
});

test("the state of a step that is no longer kept says so", async () => {
  const { runIds, threadId } = await conversation(3);
  const runId = runIds[0] ?? "";
  const { view } = await world.server.service.view(world.ada, runId);
  const step = view.checkpoints[0]?.checkpointId ?? "";
  expect(await world.server.service.stateAt(world.ada, runId, step)).toMatchObject({
    next: expect.any(Array),
  });
  await prune(threadId, 1);
  await expect(world.server.service.stateAt(world.ada, runId, step)).rejects.toMatchObject({
    code: "not_found",
    message: expect.stringContaining("no longer kept"),
  });
});

test("messages sent while the house is kept are lost to nobody", async () => {
  const { agent, threadId } = await conversation(2);
  for (let turn = 3; turn <= 8; turn += 1) {
    const [made] = await Promise.all([
      world.start(world.server, agent, says(`Hi ${turn}`), threadId),
      prune(threadId, 1),
      world.keepHouse({ checkpointRuns: 1 }),
    ]);
    await world.server.service.wait(world.ada, made.runId);
    expect((await world.server.service.get(world.ada, made.runId)).status).toBe("success");
  }
  const turns = await turnsOf({ agent, threadId });
  expect(turns.map(({ messages }) => messages.length)).toEqual(Array.from({ length: 8 }, () => 2));
});
