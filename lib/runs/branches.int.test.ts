import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draw, end, node, start } from "@/workflows/compile/testing/draw";
import { chatGraph, says } from "./testing/chat-graph";
import { createRunWorld, eventsOf, type RunWorld, type TestProcess } from "./testing/run-world";

let world: RunWorld;
let server: TestProcess;
beforeAll(async () => {
  world = await createRunWorld();
  server = await world.startProcess();
});
afterAll(() => world.close());

type Agent = Awaited<ReturnType<RunWorld["publish"]>>;

function answers(...words: string[]): void {
  const left = words.map(says);
  world.script("acme/1", (signal) => (left.shift() ?? says("Nothing left to say."))(signal));
}

async function say(agent: Agent, content: string, threadId?: string) {
  const made = await server.service.create(world.ada, {
    agent,
    graph: { version: 1 },
    source: "chat",
    input: { messages: [{ role: "user", content }] },
    threadId,
  });
  return server.service.wait(world.ada, made.runId);
}

async function fork(runId: string) {
  const events = await eventsOf(server, world.ada, runId);
  const before = events.find((event) => event.type === "checkpoint.saved" && event.data.next.includes("ask"));
  if (before?.type !== "checkpoint.saved") throw new Error("nothing to fork from");
  const from = { checkpointId: before.data.checkpointId };
  const wish = await server.service.forkOf(world.ada, runId, { from, edits: [] });
  const made = await server.service.create(world.ada, wish);
  return server.service.wait(world.ada, made.runId);
}

async function conversation(agent: Agent, threadId: string): Promise<string[]> {
  const turns = await server.service.turns(world.ada, agent.id, threadId);
  return turns.flatMap(({ messages }) => messages.map(({ content }) => String(content)));
}

/** What the state holds that the last run of a thread left. */
async function remembered(runId: string): Promise<string[]> {
  const events = await eventsOf(server, world.ada, runId);
  const last = events.findLast((event) => event.type === "checkpoint.saved");
  if (last?.type !== "checkpoint.saved") throw new Error("nothing stored");
  const { values } = await server.service.stateAt(world.ada, runId, last.data.checkpointId);
  return Array.isArray(values.messages)
    ? values.messages.map((message) => String(Object(message).content))
    : [];
}

/** A chat of two turns, the second of which was forked to another answer. */
async function forkedChat() {
  const agent = await world.publish(chatGraph);
  answers("One.", "Two.", "Otherwise.", "Three.", "Four.");
  const first = await say(agent, "1?");
  const second = await say(agent, "2?", first.threadId);
  const branch = await fork(second.id);
  return { agent, threadId: first.threadId, first, second, branch };
}

test("a fork leaves the conversation as it is", async () => {
  const { agent, threadId, second, branch } = await forkedChat();
  expect(await conversation(agent, threadId)).toEqual(["1?", "One.", "2?", "Two."]);
  expect(await remembered(branch.id)).toEqual(["1?", "One.", "2?", "Otherwise."]);
  const next = await say(agent, "3?", threadId);
  expect(await remembered(next.id)).toEqual(["1?", "One.", "2?", "Two.", "3?", "Three."]);
  const tree = await server.service.branches(world.ada, branch.id);
  expect(tree).toMatchObject({ threadId, headRunId: next.id, busy: false });
  expect(tree.items.find(({ runId }) => runId === branch.id)).toMatchObject({ from: second.id, edits: 0 });
});

describe("a branch that is made the head", () => {
  test("is what the next message goes on from, and what the conversation shows", async () => {
    const { agent, threadId, branch } = await forkedChat();
    const tree = await server.service.makeHead(world.ada, branch.id);
    expect(tree.headRunId).toBe(branch.id);
    expect(await conversation(agent, threadId)).toEqual(["1?", "One.", "2?", "Otherwise."]);
    const next = await say(agent, "3?", threadId);
    expect(next.threadId).toBe(threadId);
    const all = ["1?", "One.", "2?", "Otherwise.", "3?", "Three."];
    expect(await remembered(next.id)).toEqual(all);
    expect(await conversation(agent, threadId)).toEqual(all);
    await say(agent, "4?", threadId);
    expect(await conversation(agent, threadId)).toEqual([...all, "4?", "Four."]);
  });

  test("gives way to another, and to the run that was the latest", async () => {
    const { agent, threadId, first, second, branch } = await forkedChat();
    await server.service.makeHead(world.ada, branch.id);
    await server.service.makeHead(world.ada, second.id);
    expect(await conversation(agent, threadId)).toEqual(["1?", "One.", "2?", "Two."]);
    await server.service.makeHead(world.ada, first.id);
    expect(await conversation(agent, threadId)).toEqual(["1?", "One."]);
    const next = await say(agent, "3?", threadId);
    expect(await remembered(next.id)).toEqual(["1?", "One.", "3?", "Three."]);
    expect(await conversation(agent, threadId)).toEqual(["1?", "One.", "3?", "Three."]);
  });

  test("is refused while the conversation waits, and for a run that ended otherwise", async () => {
    const asking = draw({
      channels: { messages: { type: "messages", reducer: "messages" } },
      nodes: {
        s: start("messages"),
        check: node("human", { message: "Go on?", answers: [{ id: "yes", label: "Yes", tone: "primary" }] }),
        done: end("messages"),
      },
      edges: ["s > check", "check.yes > done"],
    });
    const agent = await world.publish(asking);
    const waiting = await say(agent, "1?");
    await expect(server.service.makeHead(world.ada, waiting.id)).rejects.toMatchObject({ code: "conflict" });
    await server.service.cancel(world.ada, waiting.id);
    await expect(server.service.makeHead(world.ada, waiting.id)).rejects.toThrow(/ended well/);
  });

  test("is refused for somebody else's chat", async () => {
    const { branch } = await forkedChat();
    const other = { ...world.ada, userId: "usr_other" };
    await expect(server.service.makeHead(other, branch.id)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("goes with its conversation when that is deleted", async () => {
    const { agent, threadId, branch } = await forkedChat();
    await server.service.deleteThread(world.ada, agent.id, threadId);
    await expect(server.service.get(world.ada, branch.id)).rejects.toMatchObject({ code: "not_found" });
  });
});
