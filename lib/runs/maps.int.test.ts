import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { draw, end, map, node, start, text, trail } from "@/workflows/compile/testing/draw";
import type { HttpCall } from "@/workflows/http/http-call";
import { createRunWorld, eventOf, eventsOf, type RunWorld, type TestProcess } from "./testing/run-world";

let world: RunWorld;
beforeAll(async () => {
  world = await createRunWorld();
});
afterEach(() => world.stopAll());
afterAll(() => world.close());

const anything = { type: "any", reducer: "replace" } as const;
const yes = [{ id: "yes", label: "Yes", tone: "primary" }];

/** Five entries; each calls an address, and two of them ask a person first. */
const graph = (method = "GET") =>
  draw({
    channels: { entries: anything, results: trail },
    nodes: {
      s: start("entries"),
      map: map(
        {
          channels: { item: text, result: anything },
          nodes: {
            s: start("item"),
            pick: node("branch", {
              conditions: [{ id: "ask", label: "Ask", when: 'item.startsWith("ask")' }],
            }),
            ask: node("human", { message: "Send {{ item }}?", answers: yes, edit: ["item"] }),
            call: node("http", {
              method,
              url: "https://shop.test/{{ item }}",
              output: "result",
              parse: "text",
            }),
            done: end("result"),
          },
          edges: ["s > pick", "pick.ask > ask", "pick.else > call", "ask.yes > call", "call > done"],
        },
        "entries",
        { places: 3 },
      ),
      done: end("results"),
    },
    edges: ["s > map", "map > done"],
  });
const entries = ["a", "ask-b", "c", "ask-d", "e"];

const nameOf = ({ url }: HttpCall) => new URL(url).pathname.slice(1);

/** A shop that answers the calls it is told to; the others wait for ever. */
function shop(answers: (name: string, times: number) => boolean) {
  const calls: HttpCall[] = [];
  let tell: { count: number; name: string; resolve: () => void } | undefined;
  const times = (name: string) => calls.filter((call) => nameOf(call) === name).length;
  world.answerHttp((call) => {
    calls.push(call);
    const name = nameOf(call);
    if (tell && times(tell.name) >= tell.count) tell.resolve();
    if (!answers(name, times(name))) return new Promise(() => {});
    return Promise.resolve({ status: 200, headers: {}, body: `Receipt ${name}`, url: call.url });
  });
  const called = (name: string, count = 1) =>
    times(name) >= count
      ? Promise.resolve()
      : new Promise<void>((resolve) => {
          tell = { count, name, resolve };
        });
  return { names: () => calls.map(nameOf), calls, called };
}

async function waiting(process: TestProcess, runId: string) {
  const { items } = await process.service.interrupts(world.ada, { runId, status: "waiting" }, { limit: 20 });
  const place = ({ payload }: (typeof items)[number]) => payload.items?.[0]?.index ?? 0;
  return items.toSorted((one, other) => place(one) - place(other));
}

const ended = (process: TestProcess, runId: string) =>
  eventOf(process, world.ada, runId, ({ type }) => type === "run.finished" || type === "run.failed");

describe("entries that ask people", () => {
  test("wait in the inbox one by one, are answered in any order, and none runs again that has ended", async () => {
    const { names } = shop(() => true);
    const server = await world.startProcess();
    const { runId } = await world.start(server, await world.publish(graph()), { entries });
    expect(await server.service.wait(world.ada, runId)).toMatchObject({ status: "interrupted" });
    const [b, d, ...more] = await waiting(server, runId);
    expect(more).toEqual([]);
    expect([b, d].map((pause) => pause?.payload)).toMatchObject([
      { message: "Send ask-b?", items: [{ of: "Map", index: 1, count: 5, label: "ask-b" }] },
      { message: "Send ask-d?", items: [{ of: "Map", index: 3, count: 5, label: "ask-d" }] },
    ]);
    expect(b).toMatchObject({ nodeId: "map/ask", nodeTitle: "human" });
    expect(names().toSorted()).toEqual(["a", "c", "e"]);

    let interruptions = 0;
    const paused = eventOf(server, world.ada, runId, (event) => {
      if (event.type === "run.interrupted") interruptions += 1;
      return interruptions === 2;
    });
    await server.service.answer(world.ada, d?.id ?? "", { answer: "yes", edits: { item: "d-edited" } });
    await paused;
    expect((await waiting(server, runId)).map(({ id }) => id)).toEqual([b?.id]);
    expect(names()).toHaveLength(4);
    await server.service.answer(world.ada, b?.id ?? "", { answer: "yes" });
    await ended(server, runId);
    const { run, view } = await server.service.view(world.ada, runId);
    expect(run).toMatchObject({
      status: "success",
      output: { results: ["a", "ask-b", "c", "d-edited", "e"].map((name) => `Receipt ${name}`) },
    });
    expect(names().toSorted()).toEqual(["a", "ask-b", "c", "d-edited", "e"]);
    const items = view.spans.filter(({ kind }) => kind === "item");
    expect(items.map(({ status, item }) => [item?.index, status])).toEqual(
      [0, 1, 2, 3, 4].map((index) => [index, "done"]),
    );
  });

  test("answered at the same moment all go on, in another process as well", async () => {
    const { names } = shop(() => true);
    const first = await world.startProcess();
    const { runId } = await world.start(first, await world.publish(graph()), { entries });
    await first.service.wait(world.ada, runId);
    const pauses = await waiting(first, runId);
    await first.stop(1_000);
    const second = await world.startProcess();
    await Promise.all(pauses.map(({ id }) => second.service.answer(world.ada, id, { answer: "yes" })));
    await ended(second, runId);
    expect(names().toSorted()).toEqual(entries.toSorted());
  });
});

describe("a worker that dies in the middle", () => {
  test("leaves behind what it had done: ended entries never run again", async () => {
    const { names, called } = shop((name, times) => name !== "c" || times > 1);
    const first = await world.startProcess();
    const plain = ["a", "b", "c", "d"];
    const { runId } = await world.start(first, await world.publish(graph()), { entries: plain });
    const others = eventOf(
      first,
      world.ada,
      runId,
      (event) => event.type === "item.finished" && event.data.spanId.endsWith("[3]"),
    );
    await Promise.all([called("c"), others]);
    await first.kill();
    const second = await world.startProcess();
    await ended(second, runId);
    expect(await second.service.wait(world.ada, runId)).toMatchObject({
      status: "success",
      output: { results: plain.map((name) => `Receipt ${name}`) },
    });
    expect(
      names()
        .filter((name) => name !== "c")
        .toSorted(),
    ).toEqual(["a", "b", "d"]);
    expect(names().filter((name) => name === "c")).toHaveLength(2);
  });

  test("is asked about entry by entry where a call must not be sent twice", async () => {
    const { calls, names, called } = shop((name, times) => name === "a" || times > 1);
    const first = await world.startProcess();
    const { runId } = await world.start(first, await world.publish(graph("POST")), {
      entries: ["a", "b", "c"],
    });
    await Promise.all([
      called("b"),
      eventOf(first, world.ada, runId, (event) => event.type === "item.finished"),
    ]);
    await called("c");
    await first.kill();
    const second = await world.startProcess();
    expect(await second.service.wait(world.ada, runId)).toMatchObject({ status: "interrupted" });
    const asked = await waiting(second, runId);
    expect(asked.map(({ payload }) => [payload.kind, payload.items?.[0]?.label])).toEqual([
      ["outcome_unknown", "b"],
      ["outcome_unknown", "c"],
    ]);
    for (const [pause, answer] of [
      [asked[0], { answer: "retry" }],
      [asked[1], { answer: "skip", edits: { result: "Seen in the books" } }],
    ] as const) {
      await second.service.answer(world.ada, pause?.id ?? "", answer);
    }
    await ended(second, runId);
    expect(await second.service.wait(world.ada, runId)).toMatchObject({
      status: "success",
      output: { results: ["Receipt a", "Receipt b", "Seen in the books"] },
    });
    expect(names().toSorted()).toEqual(["a", "b", "b", "c"]);
    const keys = calls
      .filter((call) => nameOf(call) === "b")
      .map(({ headers }) => headers["idempotency-key"]);
    expect(keys).toEqual([`${runId}:map#1[1]|map/call:1:request`, `${runId}:map#1[1]|map/call:1:request`]);
    expect(await eventsOf(second, world.ada, runId)).not.toContainEqual(
      expect.objectContaining({ type: "run.failed" }),
    );
  });
});

describe("entries that wait for the clock or for other agents", () => {
  const inner = (work: ReturnType<typeof node>) => ({
    channels: { item: text, result: anything },
    nodes: {
      s: start("item"),
      work,
      tell: node("set-state", { assignments: [{ channel: "result", value: 'item + "!"' }] }),
      done: end("result"),
    },
    edges: ["s > work", "work > tell", "tell > done"],
  });
  const over = (work: ReturnType<typeof node>) =>
    draw({
      channels: { entries: anything, results: trail },
      nodes: { s: start("entries"), map: map(inner(work), "entries"), done: end("results") },
      edges: ["s > map", "map > done"],
    });

  test("go on by themselves, each when its time has come, and stand in no inbox", async () => {
    const server = await world.startProcess();
    const work = node("wait", { wait: "for", amount: 0.2, unit: "seconds" });
    const { runId } = await world.start(server, await world.publish(over(work)), {
      entries: ["a", "b", "c"],
    });
    await eventOf(server, world.ada, runId, ({ type }) => type === "run.interrupted");
    const inbox = await server.service.interrupts(world.ada, { status: "waiting" }, { limit: 20 });
    expect(inbox.items).toEqual([]);
    await ended(server, runId);
    expect(await server.service.wait(world.ada, runId)).toMatchObject({
      status: "success",
      output: { results: ["a!", "b!", "c!"] },
    });
  });

  test("call a run of their own each, and no run twice", async () => {
    const server = await world.startProcess();
    const called = await world.publish(
      draw({
        channels: { q: text, answer: text },
        nodes: {
          s: start("q"),
          say: node("set-state", { assignments: [{ channel: "answer", value: 'q + "?"' }] }),
          done: end("answer"),
        },
        edges: ["s > say", "say > done"],
      }),
      "Called",
    );
    const work = node("call-agent", {
      slug: called.slug,
      inputs: [{ from: "item", to: "q" }],
      outputs: [{ from: "answer", to: "item" }],
    });
    const { runId } = await world.start(server, await world.publish(over(work)), {
      entries: ["a", "b", "c"],
    });
    await ended(server, runId);
    expect(await server.service.wait(world.ada, runId)).toMatchObject({
      status: "success",
      output: { results: ["a?!", "b?!", "c?!"] },
    });
    const { rows } = await world.database.pool.query(
      "select status, input->>'q' as q from runs where parent_run_id = $1 order by 2",
      [runId],
    );
    expect(rows).toEqual(["a", "b", "c"].map((q) => ({ status: "success", q })));
  });
});
