import { AIMessageChunk } from "@langchain/core/messages";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draw, end, node, start } from "@/workflows/compile/testing/draw";
import type { MultitaskStrategy } from "@/workflows/events/multitask";
import type { Script } from "@/workflows/runtime/testing/scripted-model";
import { chatGraph, says } from "./testing/chat-graph";
import { createRunWorld, eventOf, type RunWorld, type TestProcess } from "./testing/run-world";

let world: RunWorld;
let server: TestProcess;
/** A second process: what one accepts the other may have to stop or start. */
let other: TestProcess;
beforeAll(async () => {
  world = await createRunWorld();
  server = await world.startProcess();
  other = await world.startProcess();
});
afterAll(() => world.close());

const asking = draw({
  channels: { messages: { type: "messages", reducer: "messages" } },
  nodes: {
    s: start("messages"),
    check: node("human", { message: "Go on?", answers: [{ id: "yes", label: "Yes", tone: "primary" }] }),
    done: end("messages"),
  },
  edges: ["s > check", "check.yes > done"],
});

const waitsLong = draw({
  channels: { messages: { type: "messages", reducer: "messages" } },
  nodes: {
    s: start("messages"),
    rest: node("wait", { wait: "for", amount: 1, unit: "hours" }),
    done: end("messages"),
  },
  edges: ["s > rest", "rest > done"],
});

type Agent = Awaited<ReturnType<RunWorld["publish"]>>;
/** Says its first word, and goes on when it is let. */
function held(content: string) {
  const gate = Promise.withResolvers<void>();
  const script: Script = async function* () {
    yield new AIMessageChunk({ content: "Hm" });
    await gate.promise;
    yield new AIMessageChunk({ content: `, ${content}` });
  };
  return { script, let: gate.resolve };
}

/** The model answers with these one after the other, whichever run asks. */
function answers(...scripts: Script[]): void {
  const left = [...scripts];
  world.script("acme/1", (signal) => (left.shift() ?? says("Nothing left to say."))(signal));
}

const request = (agent: Agent, content: string, more: object = {}) => ({
  agent,
  graph: { version: 1 },
  source: "chat" as const,
  input: { messages: [{ role: "user", content }] },
  ...more,
});
/** Sends something to a thread that may be at work. */
const send = (agent: Agent, threadId: string, content: string, multitask?: MultitaskStrategy) =>
  other.service.create(world.ada, request(agent, content, { threadId, multitask }));
const ended = (runId: string) => server.service.wait(world.ada, runId);

/** A thread whose first answer has begun. */
async function busyThread(first: Script, ...later: Script[]) {
  const agent = await world.publish(chatGraph);
  answers(first, ...later);
  const made = await server.service.create(world.ada, request(agent, "One?"));
  await eventOf(server, world.ada, made.runId, ({ type }) => type === "model.delta");
  return { agent, ...made };
}

async function conversation(agent: Agent, threadId: string) {
  const turns = await server.service.turns(world.ada, agent.id, threadId);
  return turns.map(({ status, queued, messages }) => [
    queued ? "queued" : status,
    messages.map(({ content }) => content),
  ]);
}
const statusOf = async (agent: Agent, threadId: string) =>
  (await server.service.thread(world.ada, agent.id, threadId)).status;

describe("a run on a thread that is at work", () => {
  test("is refused where nothing else was asked for, and leaves no trace", async () => {
    const first = held("one.");
    const { agent, runId, threadId } = await busyThread(first.script);
    await expect(send(agent, threadId, "Two?")).rejects.toMatchObject({ code: "conflict" });
    first.let();
    await ended(runId);
    expect(await conversation(agent, threadId)).toEqual([["success", ["One?", "Hm, one."]]]);
  });

  test("enqueue: waits until it is free, several in the order they came", async () => {
    const first = held("one.");
    const { agent, runId, threadId } = await busyThread(first.script, says("Two."), says("Three."));
    const second = await send(agent, threadId, "Two?", "enqueue");
    const third = await send(agent, threadId, "Three?", "enqueue");
    expect((await conversation(agent, threadId)).map(([status]) => status)).toEqual([
      "running",
      "queued",
      "queued",
    ]);
    first.let();
    for (const id of [runId, second.runId, third.runId]) expect((await ended(id)).status).toBe("success");
    expect((await conversation(agent, threadId)).at(-1)).toEqual(["success", ["Three?", "Three."]]);
    const last = await ended(third.runId);
    expect(JSON.stringify(last.output)).toContain("Two.");
    expect(await statusOf(agent, threadId)).toBe("idle");
  });

  test("enqueue: one that is stopped while it waits leaves the thread as it is, and the next its turn", async () => {
    const first = held("one.");
    const { agent, runId, threadId } = await busyThread(first.script, says("Three."));
    const second = await send(agent, threadId, "Two?", "enqueue");
    const third = await send(agent, threadId, "Three?", "enqueue");
    expect(await server.service.get(world.ada, second.runId)).toMatchObject({ held: "thread" });
    const stopped = await other.service.cancel(world.ada, second.runId);
    expect(stopped).toMatchObject({ status: "cancelled", held: null });
    expect(await statusOf(agent, threadId)).toBe("busy");
    first.let();
    expect((await ended(runId)).status).toBe("success");
    expect(JSON.stringify((await ended(third.runId)).output)).not.toContain("Two?");
    expect((await conversation(agent, threadId)).map(([, messages]) => messages?.[0])).toEqual([
      "One?",
      "Three?",
    ]);
  });

  test("interrupt: stops it where it stands and goes on from there", async () => {
    const first = held("one.");
    const { agent, runId, threadId } = await busyThread(first.script, says("Two."));
    const second = await send(agent, threadId, "Two?", "interrupt");
    expect((await ended(runId)).status).toBe("cancelled");
    expect((await ended(second.runId)).status).toBe("success");
    expect(await conversation(agent, threadId)).toEqual([
      ["cancelled", ["One?"]],
      ["success", ["Two?", "Two."]],
    ]);
    first.let();
  });

  test("rollback: as if it had not been said, also what waited behind it", async () => {
    const agent = await world.publish(chatGraph);
    answers(says("Zero."));
    const zero = await server.service.create(world.ada, request(agent, "Zero?"));
    await ended(zero.runId);
    const { threadId } = zero;
    const first = held("one.");
    answers(first.script, says("Three."));
    const one = await server.service.create(world.ada, request(agent, "One?", { threadId }));
    await eventOf(server, world.ada, one.runId, ({ type }) => type === "model.delta");
    const two = await send(agent, threadId, "Two?", "enqueue");
    const three = await send(agent, threadId, "Three?", "rollback");
    expect((await ended(one.runId)).status).toBe("cancelled");
    expect((await ended(two.runId)).status).toBe("cancelled");
    const last = await ended(three.runId);
    expect(last.status).toBe("success");
    expect(JSON.stringify(last.output)).not.toMatch(/One|Two/);
    expect(await conversation(agent, threadId)).toEqual([
      ["success", ["Zero?", "Zero."]],
      ["success", ["Three?", "Three."]],
    ]);
    first.let();
  });

  test("rollback that is itself stopped before it starts has still undone what it replaced", async () => {
    const first = held("one.");
    const { agent, runId, threadId } = await busyThread(first.script, says("Three."));
    const two = await send(agent, threadId, "Two?", "rollback");
    await other.service.cancel(world.ada, two.runId);
    await ended(runId);
    const three = await send(agent, threadId, "Three?", "enqueue");
    expect(JSON.stringify((await ended(three.runId)).output)).not.toMatch(/One|Two/);
    first.let();
  });

  test("ten that interrupt each other at once: all are over in the end, the thread is free", async () => {
    const first = held("one.");
    const { agent, runId, threadId } = await busyThread(
      first.script,
      ...Array.from({ length: 10 }, () => says("Yes.")),
    );
    const sent = await Promise.all(
      Array.from({ length: 10 }, (_, at) => send(agent, threadId, `Number ${at}?`, "interrupt")),
    );
    const statuses = await Promise.all(
      [runId, ...sent.map((made) => made.runId)].map(async (id) => (await ended(id)).status),
    );
    expect(statuses[0]).toBe("cancelled");
    expect(statuses.filter((status) => status === "success")).toHaveLength(1);
    expect(await statusOf(agent, threadId)).toBe("idle");
    first.let();
  });
});

describe("a run on a thread that waits for a person", () => {
  async function waitingThread() {
    const agent = await world.publish(asking);
    const made = await server.service.create(world.ada, request(agent, "One?"));
    expect((await ended(made.runId)).status).toBe("interrupted");
    return { agent, ...made };
  }
  const pausesOf = async (runId: string) =>
    (await server.service.interrupts(world.ada, { runId }, { limit: 5 })).items;

  test("is refused where nothing else was asked for", async () => {
    const { agent, threadId } = await waitingThread();
    await expect(send(agent, threadId, "Two?")).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("Go on?"),
    });
  });

  test("is told what is waited for where that is no person", async () => {
    const agent = await world.publish(waitsLong);
    const { runId, threadId } = await server.service.create(world.ada, request(agent, "One?"));
    await eventOf(server, world.ada, runId, ({ type }) => type === "run.interrupted");
    await expect(send(agent, threadId, "Two?")).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("waits until a time"),
    });
  });

  test("enqueue: waits for the answer", async () => {
    const { agent, runId, threadId } = await waitingThread();
    const second = await send(agent, threadId, "Two?", "enqueue");
    const [pause] = await pausesOf(runId);
    await other.service.answer(world.ada, pause?.id ?? "", { answer: "yes" });
    expect((await eventOf(server, world.ada, runId, ({ type }) => type === "run.finished")).type).toBe(
      "run.finished",
    );
    expect((await ended(second.runId)).status).toBe("interrupted");
    expect(await statusOf(agent, threadId)).toBe("interrupted");
  });

  test.each<MultitaskStrategy>(["interrupt", "rollback"])(
    "%s: withdraws the question and starts at once",
    async (strategy) => {
      const { agent, runId, threadId } = await waitingThread();
      const second = await send(agent, threadId, "Two?", strategy);
      expect((await ended(runId)).status).toBe("cancelled");
      expect((await pausesOf(runId)).map(({ status }) => status)).toEqual(["withdrawn"]);
      expect((await ended(second.runId)).status).toBe("interrupted");
      const { values } = await stateOf(second.runId);
      expect(JSON.stringify(values).includes("One?")).toBe(strategy === "interrupt");
      expect((await conversation(agent, threadId)).length).toBe(strategy === "interrupt" ? 2 : 1);
    },
  );

  async function stateOf(runId: string) {
    const saved = await eventOf(server, world.ada, runId, ({ type }) => type === "checkpoint.saved");
    return server.service.stateAt(
      world.ada,
      runId,
      saved.type === "checkpoint.saved" ? saved.data.checkpointId : "",
    );
  }
});

test("what waits for its thread is started by the sweep where the message was lost", async () => {
  const agent = await world.publish(chatGraph);
  answers(says("One."), says("Two."));
  const one = await server.service.create(world.ada, request(agent, "One?"));
  await ended(one.runId);
  const two = await server.service.create(world.ada, request(agent, "Two?", { threadId: one.threadId }));
  expect((await ended(two.runId)).status).toBe("success");
  await world.database.pool.query(
    `insert into runs (id, workspace_id, agent_id, thread_id, version, source, input, held, last_seq)
     select 'run_lost', workspace_id, agent_id, thread_id, version, source, input, 'thread', 0 from runs where id = $1`,
    [two.runId],
  );
  expect((await ended("run_lost")).status).not.toBe("pending");
});
