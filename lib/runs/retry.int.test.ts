import { AIMessageChunk } from "@langchain/core/messages";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Script } from "@/workflows/runtime/testing/scripted-model";
import { chatGraph, says } from "./testing/chat-graph";
import { createRunWorld, type RunWorld, type TestProcess } from "./testing/run-world";

let world: RunWorld;
let server: TestProcess;
beforeAll(async () => {
  world = await createRunWorld();
  server = await world.startProcess();
});
afterAll(() => world.close());

const fails: Script = async function* () {
  yield new AIMessageChunk({ content: "Hm" });
  throw new Error("The model fell over");
};

type Agent = Awaited<ReturnType<RunWorld["publish"]>>;

/** Says something in a thread and waits for what becomes of it. */
async function say(
  agent: Agent,
  content: string,
  answer: Script,
  more: { threadId?: string; retryOf?: string } = {},
) {
  world.script("acme/1", answer);
  const input = { messages: [{ role: "user", content }] };
  const request = { agent, graph: { version: 1 }, source: "chat" as const, input, ...more };
  const { runId, threadId } = await server.service.create(world.ada, request);
  const run = await server.service.wait(world.ada, runId);
  const said: unknown = run.output && Object(run.output).messages;
  const words = Array.isArray(said) ? said.map((message) => Object(message).content) : [];
  return { runId, threadId, status: run.status, words };
}

test.each(["sync", "exit"] as const)(
  "another attempt starts where the failed one did, at a thread's first turn and later, stored %s",
  async (durability) => {
    const agent = await world.publish({ ...chatGraph, settings: { ...chatGraph.settings, durability } });
    const first = await say(agent, "Hi", fails);
    const second = await say(agent, "Hi", fails, { threadId: first.threadId, retryOf: first.runId });
    const third = await say(agent, "Hi", says("Hello!"), { threadId: first.threadId, retryOf: second.runId });
    expect([first.status, second.status, third.status]).toEqual(["error", "error", "success"]);
    expect(third.words).toEqual(["Hi", "Hello!"]);

    const failed = await say(agent, "How are you?", fails, { threadId: first.threadId });
    const again = await say(agent, "How are you?", says("Fine."), {
      threadId: first.threadId,
      retryOf: failed.runId,
    });
    expect(again.words).toEqual(["Hi", "Hello!", "How are you?", "Fine."]);
    const turns = await server.service.turns(world.ada, agent.id, first.threadId);
    expect(turns.map(({ status, messages }) => [status, messages.map(({ content }) => content)])).toEqual([
      ["error", ["Hi"]],
      ["error", ["Hi"]],
      ["success", ["Hi", "Hello!"]],
      ["error", ["How are you?"]],
      ["success", ["How are you?", "Fine."]],
    ]);
  },
);

test("a run stopped before its first step was stored is tried again where it would have started", async () => {
  const agent = await world.publish(chatGraph);
  const first = await say(agent, "One?", says("One."));
  const idle = await world.startProcess(0);
  await server.stop(0);
  const input = { messages: [{ role: "user", content: "Two?" }] };
  const { threadId } = first;
  const never = await idle.service.create(world.ada, {
    agent,
    graph: { version: 1 },
    source: "chat",
    input,
    threadId,
  });
  await idle.service.cancel(world.ada, never.runId);
  server = await world.startProcess();
  const again = await say(agent, "Three?", says("Three."), { threadId, retryOf: never.runId });
  expect(again.words).toEqual(["One?", "One.", "Three?", "Three."]);
});

test("only the latest run is tried again, if it did not end well", async () => {
  const agent = await world.publish(chatGraph);
  const failed = await say(agent, "A", fails);
  const { threadId } = failed;
  const good = await say(agent, "B", says("Good."), { threadId });
  expect(good.words).toEqual(["A", "B", "Good."]);
  const refused = { code: "conflict", details: { field: "retryOf" } };
  for (const retryOf of [failed.runId, good.runId, "run_unknown"]) {
    await expect(say(agent, "C", fails, { threadId, retryOf })).rejects.toMatchObject(refused);
  }
  await expect(say(agent, "C", fails, { retryOf: failed.runId })).rejects.toMatchObject({
    code: "invalid_input",
  });
  expect((await server.service.thread(world.ada, agent.id, threadId)).status).toBe("idle");
});
