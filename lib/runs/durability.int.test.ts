import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { checkpointSchema } from "@/lib/db/migrate";
import { draw, end, mark, node, start, subgraph, text, trail } from "@/workflows/compile/testing/draw";
import type { GraphDocument } from "@/workflows/graph/document";
import type { HttpCall } from "@/workflows/http/http-call";
import { createRunWorld, eventOf, eventsOf, type RunWorld, type TestProcess } from "./testing/run-world";

let world: RunWorld;
beforeAll(async () => {
  world = await createRunWorld();
});
afterEach(() => world.stopAll());
afterAll(() => world.close());

const channels = { q: text, trail, receipt: text, stock: text };
const http = (method: string, path: string, output: string) =>
  node("http", { method, url: `https://shop.test/${path}`, output, parse: "text" });
const person = node("human", {
  message: "Go on?",
  answers: [{ id: "yes", label: "Yes", tone: "primary" }],
  edit: [],
});
const atEnds = (document: GraphDocument): GraphDocument => ({
  ...document,
  settings: { ...document.settings, durability: "exit" },
});
const publish = (drawing: Parameters<typeof draw>[0]) => world.publish(atEnds(draw(drawing)));

/** A shop that answers every call but the first to one path: that one it leaves hanging. */
function shop(hanging: string) {
  const calls: HttpCall[] = [];
  const hangs = Promise.withResolvers<void>();
  world.answerHttp((call) => {
    calls.push(call);
    const path = new URL(call.url).pathname.slice(1);
    if (path === hanging && paths().filter((each) => each === path).length === 1) {
      hangs.resolve();
      return new Promise(() => {});
    }
    return Promise.resolve({ status: 200, headers: {}, body: `${path} ${calls.length}`, url: call.url });
  });
  const paths = () => calls.map(({ url }) => new URL(url).pathname.slice(1));
  return { calls, paths, hangs: hangs.promise };
}

async function checkpointsOf(threadId: string): Promise<number> {
  const sql = `select count(*) from ${checkpointSchema}.checkpoints where thread_id = $1`;
  const { rows } = await world.database.pool.query(sql, [threadId]);
  return Number(rows[0]?.count);
}

/** The nodes that ran, each time they did. */
async function ran(process: TestProcess, runId: string): Promise<string[]> {
  const events = await eventsOf(process, world.ada, runId);
  return events.flatMap((event) => (event.type === "node.started" ? [`${event.node}:${event.visit}`] : []));
}

/** Resolves once it is on record that a node has begun. */
const begun = (process: TestProcess, runId: string, at: string) =>
  eventOf(process, world.ada, runId, ({ type, node: of }) => type === "node.started" && of === at);

/** Waits for exactly one question. */
async function asked(process: TestProcess, runId: string) {
  expect(await process.service.wait(world.ada, runId)).toMatchObject({ status: "interrupted" });
  const { items } = await process.service.interrupts(world.ada, { status: "waiting" }, { limit: 10 });
  const [pause, ...more] = items.filter((item) => item.runId === runId);
  if (!pause || more.length > 0) throw new Error("not exactly one question");
  return { about: pause.nodeId, kind: pause.payload.kind, id: pause.id };
}

async function answer(process: TestProcess, runId: string, about: string, word: string) {
  const question = await asked(process, runId);
  expect(question.about).toBe(about);
  await process.service.answer(world.ada, question.id, { answer: word });
}

const chain = {
  channels,
  nodes: { s: start("q"), a: mark("a"), b: mark("b"), done: end("trail") },
  edges: ["s > a", "a > b", "b > done"],
};

describe("a graph whose state is stored at pauses and the end", () => {
  test("stores one checkpoint a run, and its thread goes on from there", async () => {
    const server = await world.startProcess();
    const agent = await publish(chain);
    const { runId, threadId } = await world.start(server, agent, { q: "?" });
    expect(await server.service.wait(world.ada, runId)).toMatchObject({ output: { trail: ["a", "b"] } });
    expect(await checkpointsOf(threadId)).toBe(1);
    const events = await eventsOf(server, world.ada, runId);
    const saved = events.flatMap((event) => (event.type === "checkpoint.saved" ? [event.data] : []));
    expect(saved).toMatchObject([{ next: [] }]);
    const state = await server.service.stateAt(world.ada, runId, saved[0]?.checkpointId ?? "");
    expect(state).toMatchObject({ values: { trail: ["a", "b"] }, next: [] });
    const again = await world.start(server, agent, { q: "?" }, threadId);
    expect(await server.service.wait(world.ada, again.runId)).toMatchObject({
      output: { trail: ["a", "b", "a", "b"] },
    });
    expect(await checkpointsOf(threadId)).toBe(2);
  });

  test("begins a run again whose worker died, and repeats what may be repeated", async () => {
    const { paths, hangs } = shop("slow");
    const first = await world.startProcess();
    const agent = await publish({
      channels,
      nodes: {
        s: start("q"),
        a: mark("a"),
        read: http("GET", "stock", "stock"),
        slow: http("GET", "slow", "receipt"),
        done: end("trail", "receipt"),
      },
      edges: ["s > a", "a > read", "read > slow", "slow > done"],
    });
    const { runId, threadId } = await world.start(first, agent, { q: "?" });
    await hangs;
    await begun(first, runId, "slow");
    await first.kill();
    expect(await checkpointsOf(threadId)).toBe(0);
    const next = await world.startProcess();
    expect(await next.service.wait(world.ada, runId)).toMatchObject({
      status: "success",
      output: { trail: ["a"], receipt: "slow 4" },
    });
    expect(paths()).toEqual(["stock", "slow", "stock", "slow"]);
    const once = ["a:1", "read:1", "slow:1"];
    expect(await ran(next, runId)).toEqual([...once, ...once]);
  });

  test.each(["order", "slow"])(
    "asks about what must not act twice, in flight or done, when the worker died in “%s”",
    async (hanging) => {
      const { calls, paths, hangs } = shop(hanging);
      const first = await world.startProcess();
      const agent = await publish({
        channels,
        nodes: {
          s: start("q"),
          order: http("POST", "order", "receipt"),
          slow: http("GET", "slow", "stock"),
          done: end("receipt", "stock"),
        },
        edges: ["s > order", "order > slow", "slow > done"],
      });
      const { runId } = await world.start(first, agent, { q: "?" });
      await hangs;
      const before = paths().length;
      await first.kill();
      const next = await world.startProcess();
      expect(await asked(next, runId)).toMatchObject({ about: "order", kind: "outcome_unknown" });
      expect(paths()).toHaveLength(before);
      await answer(next, runId, "order", "retry");
      expect(await next.service.wait(world.ada, runId)).toMatchObject({ status: "success" });
      const orders = calls.filter(({ url }) => url.endsWith("/order"));
      expect(orders.map(({ headers }) => headers["idempotency-key"])).toEqual([
        `${runId}:order:1:request`,
        `${runId}:order:1:request`,
      ]);
    },
  );

  const paused = {
    channels,
    nodes: {
      s: start("q"),
      first: http("POST", "first", "receipt"),
      person,
      second: http("POST", "second", "receipt"),
      slow: http("GET", "slow", "stock"),
      done: end("receipt"),
    },
    edges: ["s > first", "first > person", "person.yes > second", "second > slow", "slow > done"],
  };

  test("goes back to the last pause, not before it, and keeps its answer", async () => {
    const { paths, hangs } = shop("slow");
    const first = await world.startProcess();
    const { runId, threadId } = await world.start(first, await publish(paused), { q: "?" });
    await answer(first, runId, "person", "yes");
    await hangs;
    await begun(first, runId, "slow");
    expect(await checkpointsOf(threadId)).toBe(1);
    await first.kill();
    const next = await world.startProcess();
    await answer(next, runId, "second", "skip");
    expect(await next.service.wait(world.ada, runId)).toMatchObject({ status: "success" });
    expect(paths()).toEqual(["first", "second", "slow", "slow"]);
    expect(await ran(next, runId)).toEqual(
      ["first:1", "person:1", "person:1", "second:1", "slow:1"].concat(
        ["person:1", "second:1"],
        ["second:1", "slow:1"],
      ),
    );
  });

  test("is not asked again about what a person went on without", async () => {
    const { paths, hangs } = shop("second");
    const first = await world.startProcess();
    const { runId } = await world.start(first, await publish(paused), { q: "?" });
    await answer(first, runId, "person", "yes");
    await hangs;
    await first.kill();
    const slow = shop("slow");
    const next = await world.startProcess();
    await answer(next, runId, "second", "skip");
    await slow.hangs;
    await next.kill();
    const third = await world.startProcess();
    expect(await third.service.wait(world.ada, runId)).toMatchObject({ status: "success" });
    expect([paths(), slow.paths()]).toEqual([
      ["first", "second"],
      ["slow", "slow"],
    ]);
  });

  test("takes questions back that were asked but not stored, and asks anew", async () => {
    const { hangs } = shop("slow");
    const first = await world.startProcess();
    const agent = await publish({
      channels,
      nodes: { s: start("q"), person, slow: http("GET", "slow", "stock"), a: mark("a"), done: end("trail") },
      edges: ["s > person", "s > slow", "person.yes > a", "a > done", "slow > done"],
    });
    const { runId } = await world.start(first, agent, { q: "?" });
    await hangs;
    await eventOf(first, world.ada, runId, ({ type }) => type === "node.interrupted");
    await first.kill();
    const next = await world.startProcess();
    await answer(next, runId, "person", "yes");
    expect(await next.service.wait(world.ada, runId)).toMatchObject({ output: { trail: ["a"] } });
    const { rows } = await world.database.pool.query(
      "select status from interrupts where run_id = $1 order by created_at",
      [runId],
    );
    expect(rows.map(({ status }) => status)).toEqual(["withdrawn", "answered"]);
  });

  test("hands a run over where it stands when its worker makes way", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const reached = Promise.withResolvers<void>();
    const seen: string[] = [];
    world.answerHttp(async (call) => {
      seen.push(call.method);
      reached.resolve();
      await held;
      return { status: 200, headers: {}, body: "done", url: call.url };
    });
    const first = await world.startProcess();
    const agent = await publish({
      channels,
      nodes: { s: start("q"), order: http("POST", "order", "receipt"), b: mark("b"), done: end("trail") },
      edges: ["s > order", "order > b", "b > done"],
    });
    const { runId, threadId } = await world.start(first, agent, { q: "?" });
    await reached.promise;
    const stopped = first.stop(10_000);
    release();
    await stopped;
    expect(await checkpointsOf(threadId)).toBe(1);
    const next = await world.startProcess();
    expect(await next.service.wait(world.ada, runId)).toMatchObject({ output: { trail: ["b"] } });
    expect(seen).toEqual(["POST"]);
  });

  test("keeps what a stopped run had done", async () => {
    const { hangs } = shop("slow");
    const server = await world.startProcess();
    const agent = await publish({
      channels,
      nodes: { s: start("q"), a: mark("a"), slow: http("GET", "slow", "stock"), done: end("trail") },
      edges: ["s > a", "a > slow", "slow > done"],
    });
    const { runId, threadId } = await world.start(server, agent, { q: "?" });
    await hangs;
    await server.service.cancel(world.ada, runId);
    expect(await server.service.wait(world.ada, runId)).toMatchObject({ status: "cancelled" });
    expect(await checkpointsOf(threadId)).toBe(1);
  });

  test("asks two at once, and is answered one by one", async () => {
    const server = await world.startProcess();
    const agent = await publish({
      channels,
      nodes: {
        s: start("q"),
        left: person,
        right: person,
        l: mark("l"),
        r: mark("r"),
        done: end("trail"),
      },
      edges: ["s > left", "s > right", "left.yes > l", "right.yes > r", "l > done", "r > done"],
    });
    const { runId, threadId } = await world.start(server, agent, { q: "?" });
    const pauses = async () => {
      expect(await server.service.wait(world.ada, runId)).toMatchObject({ status: "interrupted" });
      const { items } = await server.service.interrupts(world.ada, { status: "waiting" }, { limit: 10 });
      return items.filter((item) => item.runId === runId);
    };
    const [one, two] = await pauses();
    await server.service.answer(world.ada, one?.id ?? "", { answer: "yes" });
    await expect.poll(async () => (await pauses()).map(({ id }) => id)).toEqual([two?.id]);
    await server.service.answer(world.ada, two?.id ?? "", { answer: "yes" });
    expect(await server.service.wait(world.ada, runId)).toMatchObject({ output: { trail: ["l", "r"] } });
    const { view } = await server.service.view(world.ada, runId);
    expect(view.checkpoints).toHaveLength(await checkpointsOf(threadId));
  });

  test("pauses and goes on inside a subgraph", async () => {
    const server = await world.startProcess();
    const agent = await publish({
      channels,
      nodes: {
        s: start("q"),
        a: mark("a"),
        sub: subgraph(
          {
            channels: { q: text, trail },
            nodes: { s: start("q"), in: mark("in"), person, out: mark("out"), done: end("trail") },
            edges: ["s > in", "in > person", "person.yes > out", "out > done"],
          },
          ["q > q"],
          ["trail > trail"],
        ),
        done: end("trail"),
      },
      edges: ["s > a", "a > sub", "sub > done"],
    });
    const { runId } = await world.start(server, agent, { q: "?" });
    await answer(server, runId, "sub/person", "yes");
    expect(await server.service.wait(world.ada, runId)).toMatchObject({
      output: { trail: ["a", "in", "out"] },
    });
    expect(await ran(server, runId)).toEqual(
      ["a:1", "sub:1", "sub/in:1", "sub/person:1"].concat(["sub:1", "sub/person:1", "sub/out:1"]),
    );
  });
});
