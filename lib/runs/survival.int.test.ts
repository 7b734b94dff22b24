import { AIMessageChunk } from "@langchain/core/messages";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { draw, end, mark, node, start, text, trail } from "@/workflows/compile/testing/draw";
import type { Script } from "@/workflows/runtime/testing/scripted-model";
import { createRunWorld, eventOf, eventsOf, type RunWorld } from "./testing/run-world";

let world: RunWorld;
beforeAll(async () => {
  world = await createRunWorld();
});
afterEach(() => world.stopAll());
afterAll(() => world.close());

const say = (content: string) => new AIMessageChunk({ content });

/** a → model → b */
const graph = draw({
  channels: { q: text, trail, answer: text },
  nodes: {
    s: start("q"),
    a: mark("a"),
    ask: node("model", { model: "acme/1", prompt: "{{ q }}", output: "answer" }),
    b: mark("b"),
    done: end("trail", "answer"),
  },
  edges: ["s > a", "a > ask", "ask > b", "b > done"],
});

/** A model that says a word and then says no more. */
function silent(options: { deaf?: boolean } = {}): { script: Script; end: () => void } {
  const over = Promise.withResolvers<void>();
  const script: Script = async function* (signal) {
    yield say("Once");
    if (!options.deaf) signal?.addEventListener("abort", () => over.reject(signal.reason));
    await over.promise;
    yield say(" upon a time");
  };
  return { script, end: () => over.resolve() };
}
const speaking: Script = async function* () {
  yield say("Twice");
};
const word = (type: string) => (event: { type: string }) => event.type === type;

describe("stopping a run", () => {
  test.each([
    ["inside a model call", false],
    ["inside a call that does not listen", true],
  ])("%s takes less than two seconds, and it is never a success", async (_name, deaf) => {
    const server = await world.startProcess();
    const model = silent({ deaf });
    world.script("acme/1", model.script);
    const { runId, threadId } = await world.start(server, await world.publish(graph), { q: "?" });
    await eventOf(server, world.ada, runId, word("model.delta"));
    const asked = performance.now();
    await server.service.cancel(world.ada, runId);
    const run = await server.service.wait(world.ada, runId);
    expect(performance.now() - asked).toBeLessThan(2_000);
    expect(run.status).toBe("cancelled");
    model.end();
    await server.stop(0);
    const last = (
      await world.database.pool.query(
        "select type from run_events where run_id = $1 order by seq desc limit 1",
        [runId],
      )
    ).rows;
    expect(last).toEqual([{ type: "run.cancelled" }]);
    const thread = await world.database.pool.query("select status from threads where id = $1", [threadId]);
    expect(thread.rows).toEqual([{ status: "idle" }]);
  });

  test("reaches the worker in another process", async () => {
    await world.startProcess();
    const web = await world.startProcess(0);
    const model = silent();
    world.script("acme/1", model.script);
    const { runId } = await world.start(web, await world.publish(graph), { q: "?" });
    await eventOf(web, world.ada, runId, word("model.delta"));
    await web.service.cancel(world.ada, runId);
    expect(await web.service.wait(world.ada, runId)).toMatchObject({ status: "cancelled" });
    const events = await eventsOf(web, world.ada, runId);
    expect(events.at(-1)).toMatchObject({ type: "run.cancelled", data: { by: "Ada" } });
  });

  test("before a worker took it, it never starts", async () => {
    const web = await world.startProcess(0);
    const { runId } = await world.start(web, await world.publish(graph), { q: "?" });
    expect(await web.service.cancel(world.ada, runId)).toMatchObject({
      status: "cancelled",
      startedAt: null,
    });
    const worker = await world.startProcess();
    const other = await world.start(worker, await world.publish(three()), { q: "?" });
    await worker.service.wait(world.ada, other.runId);
    expect(await web.service.get(world.ada, runId)).toMatchObject({ status: "cancelled", startedAt: null });
  });
});

const three = () =>
  draw({
    channels: { q: text, trail },
    nodes: { s: start("q"), a: mark("a"), done: end("trail") },
    edges: ["s > a", "a > done"],
  });

test("a run that takes too long ends as timeout", async () => {
  const server = await world.startProcess();
  const model = silent();
  world.script("acme/1", model.script);
  const document = { ...graph, settings: { ...graph.settings, timeoutMs: 1_000 } };
  const { runId } = await world.start(server, await world.publish(document), { q: "?" });
  const run = await server.service.wait(world.ada, runId);
  expect(run).toMatchObject({ status: "timeout", problem: { code: "run_timeout" } });
});

test("a failing model ends the run as error, with the node named", async () => {
  const server = await world.startProcess();
  world.script("acme/1", async function* () {
    yield say("Hm");
    throw new Error("out of credit");
  });
  const { runId } = await world.start(server, await world.publish(graph), { q: "?" });
  const run = await server.service.wait(world.ada, runId);
  expect(run).toMatchObject({ status: "error", problem: { nodeId: "ask" } });
  expect(run.problem?.message).toContain("out of credit");
});

describe("a killed process", () => {
  test("its run goes on at the next start, without its finished steps, and the dead one can write nothing", async () => {
    const first = await world.startProcess();
    const model = silent({ deaf: true });
    world.script("acme/1", model.script, speaking);
    const { runId } = await world.start(first, await world.publish(graph), { q: "?" });
    await eventOf(first, world.ada, runId, word("model.delta"));
    await first.kill();
    const second = await world.startProcess();
    world.script("acme/1", speaking);
    const run = await second.service.wait(world.ada, runId);
    expect(run).toMatchObject({ status: "success", output: { trail: ["a", "b"], answer: "Twice" } });
    model.end();
    const { view } = await second.service.view(world.ada, runId);
    expect(view.nodes).toMatchObject({ a: { visits: 1 }, ask: { visits: 1, text: "Twice", status: "done" } });
    const events = await eventsOf(second, world.ada, runId);
    expect(events.filter(({ type, node: at }) => type === "node.started" && at === "a")).toHaveLength(1);
    expect(events).toContainEqual(
      expect.objectContaining({ type: "run.resumed", data: { reason: "recovered" } }),
    );
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, at) => at + 1));
  });

  test.each([
    [{ from: "a", until: "ask" }, { trail: ["given"] }, { a: 1, ask: 1 }],
    [{ from: "ask", until: "ask" }, {}, { ask: 1 }],
  ])("a run of the part %j goes on as that part", async (part, values, visits) => {
    const first = await world.startProcess();
    const model = silent({ deaf: true });
    world.script("acme/1", model.script);
    const { runId } = await first.service.create(world.ada, {
      agent: await world.publish(graph),
      graph: { draftRevision: 1, document: graph, options: { pins: true, ...part } },
      source: "test",
      input: { q: "?", ...values },
    });
    await eventOf(first, world.ada, runId, word("model.delta"));
    await first.kill();
    world.script("acme/1", speaking);
    const second = await world.startProcess();
    const run = await second.service.wait(world.ada, runId);
    expect(run).toMatchObject({ status: "success", output: { answer: "Twice" }, test: part });
    model.end();
    const { view } = await second.service.view(world.ada, runId);
    expect(Object.fromEntries(Object.entries(view.nodes).map(([id, seen]) => [id, seen.visits]))).toEqual(
      visits,
    );
    const last = view.checkpoints.at(-1)?.checkpointId ?? "";
    const { values: state } = await second.service.stateAt(world.ada, runId, last);
    expect(state).toMatchObject({ q: "?", answer: "Twice" });
  });

  test("a run that waits in the queue is taken by whoever comes", async () => {
    const web = await world.startProcess(0);
    const { runId } = await world.start(web, await world.publish(three()), { q: "?" });
    await web.kill();
    const next = await world.startProcess();
    expect((await next.service.wait(world.ada, runId)).status).toBe("success");
  });
});

test("a process that stops hands its run over to the others", async () => {
  const first = await world.startProcess();
  const model = silent();
  world.script("acme/1", model.script);
  const { runId } = await world.start(first, await world.publish(graph), { q: "?" });
  await eventOf(first, world.ada, runId, word("model.delta"));
  world.script("acme/1", speaking);
  const second = await world.startProcess();
  await first.stop(0);
  const run = await second.service.wait(world.ada, runId);
  expect(run).toMatchObject({ status: "success", output: { trail: ["a", "b"], answer: "Twice" } });
});

test("a reader joins anywhere, in any process, and misses nothing and repeats nothing", async () => {
  const worker = await world.startProcess();
  const web = await world.startProcess(0);
  const words = Array.from({ length: 40 }, (_, at) => `w${at} `);
  world.script("acme/1", async function* () {
    for (const next of words) {
      yield say(next);
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
  const { runId } = await world.start(web, await world.publish(graph), { q: "?" });
  const seen: number[] = [];
  const half = Promise.withResolvers<void>();
  const early = await web.service.subscribe(world.ada, runId, 0, (events) => {
    seen.push(...events.map(({ seq }) => seq));
    if (events.some(({ type }) => type === "model.delta")) half.resolve();
  });
  await half.promise;
  early.close();
  await worker.service.wait(world.ada, runId);
  const rest = await web.service.events(world.ada, runId, seen.at(-1) ?? 0, 2_000);
  seen.push(...rest.map(({ seq }) => seq));
  expect(seen).toEqual(seen.map((_seq, at) => at + 1));
  const { view } = await web.service.view(world.ada, runId);
  expect(view.nodes.ask?.text).toBe(words.join(""));
});
