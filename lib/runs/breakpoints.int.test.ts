import { afterAll, beforeAll, expect, test } from "vitest";
import { draw, end, mark, node, start, text, trail } from "@/workflows/compile/testing/draw";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Breakpoint, GoOn } from "@/workflows/travel/breakpoint";
import { Gate } from "./testing/gated";
import { createRunWorld, eventOf, eventsOf, type RunWorld, type TestProcess } from "./testing/run-world";

let world: RunWorld;
let server: TestProcess;
beforeAll(async () => {
  world = await createRunWorld();
  server = await world.startProcess();
});
afterAll(() => world.close());

const line = draw({
  channels: { word: text, trail },
  nodes: { s: start("word"), a: mark("a"), b: mark("b"), c: mark("c"), d: mark("d"), done: end("trail") },
  edges: ["s > a", "a > b", "b > c", "c > d", "d > done"],
});

async function begin(breakpoints: Breakpoint[], document: GraphDocument = line) {
  const agent = await world.publish(document);
  const made = await server.service.create(world.ada, {
    agent,
    graph: { draftRevision: 1, document, options: { pins: true } },
    source: "test",
    input: { word: "x" },
    breakpoints,
  });
  return seen(made.runId);
}

/** What has run when it rests. */
async function seen(runId: string) {
  const run = await server.service.wait(world.ada, runId);
  const events = await eventsOf(server, world.ada, runId);
  const nodes = events.flatMap(({ type, node: id }) => (type === "node.started" && id ? [id] : []));
  const resumed = events.flatMap((event) => (event.type === "run.resumed" ? [event.data.reason] : []));
  return { id: runId, status: run.status, ran: nodes.join(""), output: run.output, resumed };
}

async function go(runId: string, goOn: GoOn, breakpoints?: Breakpoint[]) {
  await server.service.goOn(world.ada, runId, { goOn, breakpoints });
  return seen(runId);
}

const atNode = (nodeId: string): Breakpoint => ({ nodeId, when: "before" });
const behind = (nodeId: string): Breakpoint => ({ nodeId, when: "after" });

test("a run stops before and after nodes, and goes on from there", async () => {
  let run = await begin([atNode("b"), behind("c")]);
  expect(run).toMatchObject({ status: "interrupted", ran: "a" });
  run = await go(run.id, { mode: "continue" });
  expect(run).toMatchObject({ status: "interrupted", ran: "abc" });
  run = await go(run.id, { mode: "continue" });
  expect(run).toMatchObject({ status: "success", ran: "abcd", output: { trail: ["a", "b", "c", "d"] } });
  expect(run.resumed).toEqual(["answer", "answer"]);
});

test("it goes step by step, or to a node, and by breakpoints that are set meanwhile", async () => {
  let run = await begin([atNode("a")]);
  expect(run.ran).toBe("");
  run = await go(run.id, { mode: "step" });
  expect(run).toMatchObject({ status: "interrupted", ran: "a" });
  run = await go(run.id, { mode: "to", nodeId: "c" });
  expect(run).toMatchObject({ status: "interrupted", ran: "ab" });
  run = await go(run.id, { mode: "continue" }, [atNode("d")]);
  expect(run).toMatchObject({ status: "interrupted", ran: "abc" });
  run = await go(run.id, { mode: "step" });
  expect(run).toMatchObject({ status: "success", ran: "abcd" });
});

test("it is stopped as long as nobody lets it go on, whatever becomes of workers", async () => {
  const run = await begin([atNode("c")]);
  await server.kill();
  server = await world.startProcess();
  expect(await seen(run.id)).toMatchObject({ status: "interrupted", ran: "ab" });
  expect(await go(run.id, { mode: "continue" })).toMatchObject({
    status: "success",
    ran: "abcd",
    output: { trail: ["a", "b", "c", "d"] },
  });
});

test("a run whose worker is lost between two stops runs past none of them", async () => {
  const gate = new Gate();
  world.script("gate/model", gate.script);
  const asks = { model: "gate/model", prompt: "{{ word }}", output: "word" };
  const document = draw({
    channels: { word: text, trail },
    nodes: { s: start("word"), a: node("model", asks), b: mark("b"), c: mark("c"), done: end("trail") },
    edges: ["s > a", "a > b", "b > c", "c > done"],
  });
  const agent = await world.publish(document);
  const graph = { draftRevision: 1, document, options: { pins: true } };
  const made = await server.service.create(world.ada, {
    agent,
    graph,
    source: "test",
    input: { word: "x" },
    breakpoints: [atNode("c")],
  });
  await gate.until(1);
  // The call comes before its node's start is stored, and what is not stored dies with the worker.
  await eventOf(server, world.ada, made.runId, ({ type, node: at }) => type === "node.started" && at === "a");
  await server.kill();
  server = await world.startProcess();
  // Nobody knows whether it was to stop where it stood, so it does.
  expect(await seen(made.runId)).toMatchObject({ status: "interrupted", ran: "a" });
  const events = await eventsOf(server, world.ada, made.runId);
  expect(events.findLast(({ type }) => type === "node.interrupted")).toMatchObject({ node: "a" });
  gate.letAll();
  expect(await go(made.runId, { mode: "continue" })).toMatchObject({ status: "interrupted", ran: "aab" });
  expect(await go(made.runId, { mode: "continue" })).toMatchObject({ status: "success", ran: "aabc" });
});

test("it is no approval, and can be stopped for good", async () => {
  const run = await begin([atNode("b")]);
  const inbox = await server.service.interrupts(world.ada, {}, { limit: 50 });
  expect(inbox.items).toEqual([]);
  await server.service.cancel(world.ada, run.id);
  expect(await seen(run.id)).toMatchObject({ status: "cancelled", ran: "a" });
  await expect(go(run.id, { mode: "continue" })).rejects.toThrow(/not stopped/);
});
