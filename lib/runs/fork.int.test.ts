import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { branch, draw, end, mark, node, start, text, trail } from "@/workflows/compile/testing/draw";
import { StepViews } from "@/workflows/events/steps/step-views";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import type { ForkRequest } from "./service/fork-run";
import { createRunWorld, eventsOf, type RunWorld, type TestProcess } from "./testing/run-world";

let world: RunWorld;
let server: TestProcess;
beforeAll(async () => {
  world = await createRunWorld();
  server = await world.startProcess();
});
afterAll(() => world.close());

const write = (value: string) => node("set-state", { assignments: [{ channel: "trail", value }] });

/** Two steps that each leave a word in the trail. */
const twoSteps = (second = "word + '2'"): GraphDocument =>
  draw({
    channels: { word: text, trail },
    nodes: { s: start("word"), first: write("word + '1'"), second: write(second), done: end("trail") },
    edges: ["s > first", "first > second", "second > done"],
  });

async function ran(document: GraphDocument, input: JsonObject) {
  const agent = await world.publish(document);
  const made = await world.start(server, agent, input);
  return { agent, run: await server.service.wait(world.ada, made.runId) };
}

/** The checkpoint after which a node comes next. */
async function stepBefore(runId: string, nodeId: string, time = 1): Promise<string> {
  const events = await eventsOf(server, world.ada, runId);
  const found = events.filter(
    (event) => event.type === "checkpoint.saved" && event.data.next.includes(nodeId),
  )[time - 1];
  if (found?.type !== "checkpoint.saved") throw new Error(`nothing comes before ${nodeId}`);
  return found.data.checkpointId;
}

async function fork(runId: string, request: Partial<ForkRequest> & Pick<ForkRequest, "from">) {
  const wish = await server.service.forkOf(world.ada, runId, { edits: [], ...request });
  const made = await server.service.create(world.ada, wish);
  return server.service.wait(world.ada, made.runId);
}

async function visited(runId: string): Promise<string[]> {
  const events = await eventsOf(server, world.ada, runId);
  return events.flatMap(({ type, node: id }) => (type === "node.started" && id ? [id] : []));
}

describe("a fork", () => {
  test("goes on from a step with a changed state, and leaves what it came from alone", async () => {
    const { run } = await ran(twoSteps(), { word: "a" });
    const checkpointId = await stepBefore(run.id, "second");
    const made = await fork(run.id, {
      from: { checkpointId },
      edits: [{ channel: "word", how: "set", value: "b" }],
    });
    expect(made.output).toEqual({ trail: ["a1", "b2"] });
    expect(await visited(made.id)).toEqual(["second"]);
    expect(made).toMatchObject({
      status: "success",
      source: "test",
      version: 1,
      origin: { kind: "fork", runId: run.id, checkpointId },
    });
    expect(made.threadId).not.toBe(run.threadId);
    const { values } = await server.service.stateAt(world.ada, run.id, checkpointId);
    expect(values).toEqual({ word: "a", trail: ["a1"] });
  });

  test.each([
    ["set", "takes the place", ["x", "a2"]],
    ["write", "goes through the reducer", ["a1", "x", "a2"]],
  ] as const)("a value that is %s %s", async (how, _words, expected) => {
    const { run } = await ran(twoSteps(), { word: "a" });
    const from = { checkpointId: await stepBefore(run.id, "second") };
    const made = await fork(run.id, { from, edits: [{ channel: "trail", how, value: ["x"] }] });
    expect(made.output).toEqual({ trail: expected });
  });

  test("tells of the state that it begins with, and can be forked itself", async () => {
    const { run } = await ran(twoSteps(), { word: "a" });
    const edits = [{ channel: "word", how: "set" as const, value: "b" }];
    const first = await fork(run.id, { from: { checkpointId: await stepBefore(run.id, "first") }, edits });
    expect(first.output).toEqual({ trail: ["b1", "b2"] });
    const again = { checkpointId: await stepBefore(first.id, "first") };
    const { values } = await server.service.stateAt(world.ada, first.id, again.checkpointId);
    expect(values.word).toBe("b");
    const second = await fork(first.id, { from: again });
    expect(second.output).toEqual({ trail: ["b1", "b2"] });
    const { rows } = await world.database.pool.query("select branch_of from threads where id = $1", [
      second.threadId,
    ]);
    expect(rows).toEqual([{ branch_of: run.threadId }]);
  });

  test("takes the draft where the state goes with it", async () => {
    const { run } = await ran(twoSteps(), { word: "a" });
    const draft = { draftRevision: 7, document: twoSteps("word + '3'"), options: { pins: true } };
    const made = await fork(run.id, { from: { checkpointId: await stepBefore(run.id, "second") }, draft });
    expect(made).toMatchObject({ output: { trail: ["a1", "a3"] }, version: null, draftRevision: 7 });
  });

  test("begins again before the visit of a node", async () => {
    const { run } = await ran(twoSteps(), { word: "a" });
    const made = await fork(run.id, { from: { nodeId: "second", visit: 1 } });
    expect(await visited(made.id)).toEqual(["second"]);
    expect(made.origin).toMatchObject({ kind: "rerun", nodeId: "second", runId: run.id });
  });

  test("stops at breakpoints", async () => {
    const { run } = await ran(twoSteps(), { word: "a" });
    const made = await fork(run.id, {
      from: { checkpointId: await stepBefore(run.id, "first") },
      breakpoints: [{ nodeId: "second", when: "before" }],
    });
    expect(made.status).toBe("interrupted");
    expect(await visited(made.id)).toEqual(["first"]);
    await server.service.goOn(world.ada, made.id, { goOn: { mode: "continue" } });
    expect((await server.service.wait(world.ada, made.id)).output).toEqual({ trail: ["a1", "a2"] });
  });

  test("remembers how often a loop was taken", async () => {
    const loop = draw({
      channels: { word: text, trail },
      nodes: {
        s: start("word"),
        a: mark("a"),
        more: branch({ yes: "size(trail) < 9" }),
        done: end("trail"),
      },
      edges: ["s > a", "a > more", "more.yes > a x3", "more.limit > done", "more.else > done"],
    });
    const { run } = await ran(loop, { word: "" });
    const made = await fork(run.id, { from: { checkpointId: await stepBefore(run.id, "a", 3) } });
    expect(made.output).toEqual(run.output);
  });

  test("waits for a person like any other run, and goes on after its worker is gone", async () => {
    const asking = draw({
      channels: { word: text, trail },
      nodes: {
        s: start("word"),
        first: write("word + '1'"),
        check: node("human", { message: "Go on?", answers: [{ id: "yes", label: "Yes", tone: "primary" }] }),
        second: write("word + '2'"),
        done: end("trail"),
      },
      edges: ["s > first", "first > check", "check.yes > second", "second > done"],
    });
    const { run } = await ran(asking, { word: "a" });
    expect(run.status).toBe("interrupted");
    const made = await fork(run.id, {
      from: { checkpointId: await stepBefore(run.id, "check") },
      edits: [{ channel: "word", how: "set", value: "b" }],
    });
    expect(made.status).toBe("interrupted");
    await server.kill();
    server = await world.startProcess();
    const { items } = await server.service.interrupts(
      world.ada,
      { runId: made.id, status: "waiting" },
      { limit: 5 },
    );
    await server.service.answer(world.ada, items[0]?.id ?? "", { answer: "yes" });
    const over = await server.service.wait(world.ada, made.id);
    expect(over.output).toEqual({ trail: ["a1", "b2"] });
    expect((await server.service.get(world.ada, run.id)).status).toBe("interrupted");
  });
});

describe("a fork is refused", () => {
  const refused = async (request: Partial<ForkRequest>, at = "second") => {
    const { run } = await ran(twoSteps(), { word: "a" });
    const from = { checkpointId: await stepBefore(run.id, at) };
    return server.service.forkOf(world.ada, run.id, { from, edits: [], ...request });
  };
  const draft = (document: GraphDocument) => ({ draftRevision: 2, document, options: { pins: true } });

  test.each([
    [
      "a value of another type",
      { edits: [{ channel: "word", how: "set" as const, value: 3 }] },
      /“word” needs a text/,
    ],
    [
      "a channel that is not there",
      { edits: [{ channel: "nope", how: "set" as const, value: 3 }] },
      /no channel “nope”/,
    ],
    [
      "an item in place of a list",
      { edits: [{ channel: "trail", how: "set" as const, value: "x" }] },
      /needs a list/,
    ],
    ["a step of another run", { from: { checkpointId: "elsewhere" } }, /no such step/],
    ["a visit that never was", { from: { nodeId: "second", visit: 2 } }, /no such step/],
  ])("with %s", async (_name, request, message) => {
    await expect(refused(request)).rejects.toThrow(message);
  });

  test("with a draft that lacks what comes next, naming it", async () => {
    const document = twoSteps();
    const { second: _gone, ...nodes } = document.nodes;
    const without = {
      ...document,
      nodes,
      edges: {
        e0: { source: "s", port: "out", target: "first" },
        e1: { source: "first", port: "out", target: "done" },
      },
    };
    await expect(refused({ draft: draft(without) })).rejects.toMatchObject({
      code: "invalid_input",
      details: { nodeId: "second", data: { misfits: [{ severity: "error", nodeId: "second" }] } },
    });
  });

  test("at the end, where nothing comes after", async () => {
    const { run } = await ran(twoSteps(), { word: "a" });
    const events = await eventsOf(server, world.ada, run.id);
    const last = events.findLast(({ type }) => type === "checkpoint.saved");
    if (last?.type !== "checkpoint.saved") throw new Error("no checkpoint");
    const from = { checkpointId: last.data.checkpointId };
    await expect(server.service.forkOf(world.ada, run.id, { from, edits: [] })).rejects.toThrow(
      /Nothing comes after/,
    );
  });
});

test("the steps of a run are told without what its nodes were given and wrote", async () => {
  const { run } = await ran(twoSteps(), { word: "a secret of some length" });
  const events = await server.service.stepEvents(world.ada, run.id, 0, 100);
  expect(JSON.stringify(events)).not.toContain("secret");
  const views = new StepViews(run.id, events);
  expect(views.steps.map(({ writes }) => writes)).toEqual([
    [],
    [],
    [{ nodeId: "first", visit: 1, port: "out", channels: ["trail"] }],
    [{ nodeId: "second", visit: 1, port: "out", channels: ["trail"] }],
  ]);
  expect(views.before("second", 1)?.checkpointId).toBe(await stepBefore(run.id, "second"));
  const [, , third] = events;
  expect(await server.service.stepEvents(world.ada, run.id, third?.seq ?? 0, 1)).toEqual([events[3]]);
});
