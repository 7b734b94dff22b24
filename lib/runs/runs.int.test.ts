import { AIMessageChunk } from "@langchain/core/messages";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draw, end, mark, node, start, text, trail } from "@/workflows/compile/testing/draw";
import type { Script } from "@/workflows/runtime/testing/scripted-model";
import { createRunWorld, eventOf, eventsOf, type RunWorld, type TestProcess } from "./testing/run-world";

let world: RunWorld;
let server: TestProcess;
beforeAll(async () => {
  world = await createRunWorld();
  server = await world.startProcess();
});
afterAll(() => world.close());

const say = (content: string) => new AIMessageChunk({ content });
const usage = new AIMessageChunk({
  content: "",
  usage_metadata: { input_tokens: 5, output_tokens: 2, total_tokens: 7 },
});

const three = draw({
  channels: { trail, q: text },
  nodes: { s: start("q"), a: mark("a"), b: mark("b"), c: mark("c"), done: end("trail") },
  edges: ["s > a", "a > b", "b > c", "c > done"],
});

describe("a run of three nodes", () => {
  test("goes from its input to its output, and every step leaves its mark", async () => {
    const agent = await world.publish(three);
    const { runId } = await world.start(server, agent, { q: "?" });
    const run = await server.service.wait(world.ada, runId);
    expect(run).toMatchObject({ status: "success", output: { trail: ["a", "b", "c"] }, version: 1 });
    const { view } = await server.service.view(world.ada, runId);
    expect(Object.values(view.nodes).map(({ status }) => status)).toEqual(["done", "done", "done"]);
    expect(view).toMatchObject({
      status: "success",
      output: { trail: ["a", "b", "c"] },
      edges: { e1: 1, e2: 1 },
    });
    const last = view.checkpoints.at(-1);
    expect(last?.next).toEqual([]);
    const state = await server.service.stateAt(world.ada, runId, view.checkpoints.at(-2)?.checkpointId ?? "");
    expect(state).toEqual({ values: { q: "?", trail: ["a", "b"] }, next: ["c"] });
  });

  test("its events are numbered without a gap, and the row says the same as they do", async () => {
    const agent = await world.publish(three);
    const { runId } = await world.start(server, agent, { q: "?" });
    const run = await server.service.wait(world.ada, runId);
    const events = await eventsOf(server, world.ada, runId);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, at) => at + 1));
    expect(events.at(0)?.type).toBe("run.started");
    expect(events.at(-1)?.type).toBe("run.finished");
    expect(run.endedAt).not.toBeNull();
  });

  test("wrong input is refused before anything is stored, and says where", async () => {
    const agent = await world.publish(three);
    await expect(world.start(server, agent, { q: 7 })).rejects.toMatchObject({
      code: "invalid_input",
      details: { field: "input.q" },
    });
    await expect(world.start(server, agent, {})).rejects.toMatchObject({ code: "invalid_input" });
    const runs = await server.service.list(world.ada, { agentId: agent.id }, { limit: 10 });
    expect(runs.items).toEqual([]);
  });
});

const chat = draw({
  channels: { messages: { type: "messages", reducer: "messages" } },
  nodes: {
    s: start("messages"),
    ask: node("model", { model: "acme/1", messages: "messages" }),
    done: end("messages"),
  },
  edges: ["s > ask", "ask > done"],
});
const hello = { messages: [{ role: "user", content: "Hi" }] };

describe("a chat", () => {
  test("streams its words before the run ends, and counts tokens and cost", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow: Script = async function* () {
      yield say("Hel");
      await held;
      yield say("lo");
      yield usage;
    };
    world.script("acme/1", slow);
    const agent = await world.publish(chat);
    const { runId } = await world.start(server, agent, hello);
    const first = await eventOf(server, world.ada, runId, ({ type }) => type === "model.delta");
    expect(first.data).toMatchObject({ text: "Hel" });
    expect((await server.service.get(world.ada, runId)).status).toBe("running");
    release();
    const run = await server.service.wait(world.ada, runId);
    expect(run).toMatchObject({
      status: "success",
      tokens: { input: 5, output: 2, cached: 0 },
      cost: { micros: 20, unknownCalls: 0 },
    });
  });

  test("goes on with the thread's messages, turn by turn", async () => {
    world.script("acme/1", async function* () {
      yield say("Hello");
    });
    const agent = await world.publish(chat);
    const one = await world.start(server, agent, hello);
    await server.service.wait(world.ada, one.runId);
    const two = await world.start(
      server,
      agent,
      { messages: [{ role: "user", content: "More" }] },
      one.threadId,
    );
    await server.service.wait(world.ada, two.runId);
    const turns = await server.service.turns(world.ada, agent.id, one.threadId);
    expect(turns.map((turn) => turn.messages.map(({ content }) => content))).toEqual([
      ["Hi", "Hello"],
      ["More", "Hello"],
    ]);
  });

  test("refuses a second message while it works", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    world.script("acme/1", async function* () {
      await held;
      yield say("Hello");
    });
    const agent = await world.publish(chat);
    const { runId, threadId } = await world.start(server, agent, hello);
    await expect(world.start(server, agent, hello, threadId)).rejects.toMatchObject({
      code: "conflict",
      message: "This conversation is still working on the last message.",
    });
    release();
    expect((await server.service.wait(world.ada, runId)).status).toBe("success");
  });
});
