import { createServer } from "node:http";
import { AIMessageChunk } from "@langchain/core/messages";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { draw, end, mark, node, start, text, trail } from "@/workflows/compile/testing/draw";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Script } from "@/workflows/runtime/testing/scripted-model";
import { createRunWorld, eventsOf, type RunWorld, type TestProcess } from "../testing/run-world";
import { readRecording } from "./read-recording";

/** A server outside; it answers another number each time, and counts. */
let calls = 0;
let modelCalls = 0;
const server = createServer((_request, response) => {
  calls += 1;
  response.end(`{"n":${calls}}`);
});
let world: RunWorld;
let address = "";
beforeAll(async () => {
  world = await createRunWorld();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  address = `http://127.0.0.1:${typeof at === "object" && at ? at.port : 0}`;
});
beforeEach(() => {
  calls = 0;
  modelCalls = 0;
  world.answerHttp(async ({ url, method, body, signal }) => {
    const answer = await fetch(url, { method, body: body ?? null, signal });
    return { status: answer.status, headers: {}, body: await answer.text(), url };
  });
  world.script("acme/1", says);
});
afterEach(() => world.stopAll());
afterAll(async () => {
  server.close();
  await world.close();
});

const says: Script = async function* () {
  modelCalls += 1;
  yield new AIMessageChunk({ content: `Answer ${modelCalls}` });
  yield new AIMessageChunk({
    content: ` of ${Math.random()}`,
    usage_metadata: { input_tokens: 3, output_tokens: 5, total_tokens: 8 },
  });
};

/** Asks a model and two addresses, a person and the clock. */
const graph = ({ prompt = "Say {{q}}", path = "/orders" } = {}) =>
  draw({
    channels: {
      q: text,
      trail,
      receipt: text,
      now: text,
      messages: { type: "messages", reducer: "messages" },
    },
    nodes: {
      s: start("q"),
      ask: node("model", { model: "acme/1", prompt, messages: "messages" }),
      order: node("http", { method: "POST", url: address + path, output: "receipt", parse: "text" }),
      sure: node("human", {
        message: "Sure?",
        answers: [{ id: "y", label: "Yes", tone: "primary" }],
      }),
      date: node("date", { operation: "format", format: "x", output: "now" }),
      again: node("model", { model: "acme/1", prompt: "And {{receipt}}", messages: "messages" }),
      b: mark("b"),
      done: end("trail", "receipt", "messages"),
    },
    edges: [
      "s > ask",
      "ask > order",
      "order > sure",
      "sure.y > date",
      "date > again",
      "again > b",
      "b > done",
    ],
  });

/** A run of the graph, answered by hand; and its state as JSON. */
async function ran(process: TestProcess, document: GraphDocument) {
  const agent = await world.publish(document);
  const { runId } = await world.start(process, agent, { q: "hello" });
  await process.service.wait(world.ada, runId);
  const { items } = await process.service.interrupts(world.ada, { status: "waiting" }, { limit: 10 });
  const pause = items.find((item) => item.runId === runId);
  if (!pause) throw new Error("nobody was asked");
  await process.service.answer(world.ada, pause.id, { answer: "y" });
  expect(await process.service.wait(world.ada, runId)).toMatchObject({ status: "success" });
  return { agent, runId };
}

/** What the last checkpoint of a run holds, byte by byte. */
async function stateOf(process: TestProcess, runId: string): Promise<string> {
  const { view } = await process.service.view(world.ada, runId);
  const last = view.checkpoints.at(-1);
  if (!last) throw new Error("no state");
  const { run } = await process.service.view(world.ada, runId);
  const tuple = await process.context.saver.getTuple({
    configurable: { thread_id: run.threadId, checkpoint_ns: "", checkpoint_id: last.checkpointId },
  });
  const { values } = await process.service.stateAt(world.ada, runId, last.checkpointId);
  const { messages } = Object(tuple?.checkpoint.channel_values);
  return JSON.stringify({ values, messages });
}

test("a replay ends in the same state, calls nobody and asks nobody", async () => {
  const process = await world.startProcess();
  const { runId } = await ran(process, graph());
  expect([calls, modelCalls]).toEqual([1, 2]);
  const replay = await process.service.replay(world.ada, { runId, otherwise: "stop" });
  const done = await process.service.wait(world.ada, replay.id);
  expect(done).toMatchObject({
    status: "success",
    cost: { micros: 0, unknownCalls: 0 },
    origin: { kind: "replay", runId },
  });
  expect([calls, modelCalls]).toEqual([1, 2]);
  expect(await stateOf(process, replay.id)).toBe(await stateOf(process, runId));
  const again = await process.service.replay(world.ada, { runId: replay.id, otherwise: "stop" });
  await process.service.wait(world.ada, again.id);
  expect(await stateOf(process, again.id)).toBe(await stateOf(process, runId));
  const events = await eventsOf(process, world.ada, replay.id);
  expect(events.some(({ type }) => type === "node.interrupted")).toBe(false);
});

test("a changed graph stops where it asks for something else, and says what", async () => {
  const process = await world.startProcess();
  const { runId } = await ran(process, graph());
  const draft = { revision: 2, document: graph({ path: "/bills" }) };
  const replay = await process.service.replay(world.ada, { runId, draft, otherwise: "stop" });
  expect(await process.service.wait(world.ada, replay.id)).toMatchObject({
    status: "error",
    problem: { code: "replay_diverged" },
  });
  const { view } = await process.service.view(world.ada, replay.id);
  expect(view.diverged).toEqual({
    nodeId: "order",
    visit: 1,
    kind: "http",
    now: `POST ${address}/bills`,
    before: `POST ${address}/orders`,
    live: false,
  });
  expect([calls, modelCalls]).toEqual([1, 2]);
});

test("it goes on with the world outside from there where that was asked for", async () => {
  const process = await world.startProcess();
  const { runId } = await ran(process, graph());
  const draft = { revision: 2, document: graph({ path: "/bills" }) };
  const replay = await process.service.replay(world.ada, { runId, draft, otherwise: "live" });
  expect(await process.service.wait(world.ada, replay.id)).toMatchObject({ status: "interrupted" });
  const { items } = await process.service.interrupts(world.ada, { status: "waiting" }, { limit: 10 });
  await process.service.answer(world.ada, items.find((item) => item.runId === replay.id)?.id ?? "", {
    answer: "y",
  });
  expect(await process.service.wait(world.ada, replay.id)).toMatchObject({
    status: "success",
    cost: { micros: 50 },
    output: { receipt: '{"n":2}' },
  });
  expect([calls, modelCalls]).toEqual([2, 3]);
});

test("a run that was taken over has each result once", async () => {
  const arrived = Promise.withResolvers<void>();
  world.answerHttp(({ url }) => {
    calls += 1;
    if (calls === 2) return Promise.resolve({ status: 200, headers: {}, body: "late", url });
    arrived.resolve();
    return new Promise(() => {});
  });
  const first = await world.startProcess();
  const document = draw({
    channels: { q: text, trail, receipt: text, messages: { type: "messages", reducer: "messages" } },
    nodes: {
      s: start("q"),
      ask: node("model", { model: "acme/1", prompt: "Say {{q}}", messages: "messages" }),
      order: node("http", { method: "GET", url: address, output: "receipt", parse: "text" }),
      done: end("receipt", "messages"),
    },
    edges: ["s > ask", "ask > order", "order > done"],
  });
  const { runId } = await world.start(first, await world.publish(document), { q: "hello" });
  await arrived.promise;
  await first.kill();
  const next = await world.startProcess();
  expect(await next.service.wait(world.ada, runId)).toMatchObject({ output: { receipt: "late" } });
  const recording = await readRecording(world.database.pool, runId);
  expect(recording.map(({ place, kind }) => `${place} ${kind}`)).toEqual(["ask model", "order http"]);
  const replay = await next.service.replay(world.ada, { runId, otherwise: "stop" });
  await next.service.wait(world.ada, replay.id);
  expect(calls).toBe(2);
  expect(await stateOf(next, replay.id)).toBe(await stateOf(next, runId));
});
