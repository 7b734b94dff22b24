import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { draw, end, mark, node, start, subgraph, text, trail } from "@/workflows/compile/testing/draw";
import { createRunWorld, eventOf, eventsOf, type RunWorld } from "./testing/run-world";

let world: RunWorld;
beforeAll(async () => {
  world = await createRunWorld();
});
afterEach(() => world.stopAll());
afterAll(() => world.close());

const wait = (config: object) => node("wait", { wait: "for", amount: 1, unit: "seconds", ...config });
const waiting = (config: object) =>
  draw({
    channels: { trail, at: text },
    nodes: {
      s: start("at"),
      before: mark("before"),
      wait: wait(config),
      after: mark("after"),
      done: end("trail"),
    },
    edges: ["s > before", "before > wait", "wait > after", "after > done"],
  });

/** Moves the end of all waits of a run, as if that time had passed. */
const pass = (runId: string, interval: string) =>
  world.database.pool.query("update interrupts set wake_at = wake_at - $2::interval where run_id = $1", [
    runId,
    interval,
  ]);

describe("a wait", () => {
  test("lets the run go on by itself when the time has come, within two seconds", async () => {
    const server = await world.startProcess();
    const agent = await world.publish(waiting({}));
    const { runId } = await world.start(server, agent, { at: "-" });
    await eventOf(server, world.ada, runId, ({ type }) => type === "run.finished");
    const events = await eventsOf(server, world.ada, runId);
    const at = (type: string) => events.find((event) => event.type === type)?.ts ?? Number.NaN;
    const waited = at("interrupt.answered") - at("node.interrupted");
    expect(waited).toBeGreaterThan(900);
    expect(waited).toBeLessThan(3_000);
    expect(await server.service.get(world.ada, runId)).toMatchObject({
      status: "success",
      output: { trail: ["before", "after"] },
    });
  });

  test("of days holds no place, stands in no inbox, and is over after a restart that slept through it", async () => {
    const first = await world.startProcess(1);
    const agent = await world.publish(waiting({ amount: 3, unit: "days" }));
    const { runId } = await world.start(first, agent, { at: "-" });
    await eventOf(first, world.ada, runId, ({ type }) => type === "run.interrupted");
    expect(await first.service.waiting(world.ada)).toBe(0);
    const inbox = await first.service.interrupts(world.ada, { status: "waiting" }, { limit: 5 });
    expect(inbox.items).toEqual([]);
    // The only place is free for others meanwhile.
    const other = await world.start(first, await world.publish(waiting({ amount: 0 })), { at: "-" });
    await eventOf(first, world.ada, other.runId, ({ type }) => type === "run.finished");
    await first.stop(0);
    await pass(runId, "3 days");
    const second = await world.startProcess();
    await eventOf(second, world.ada, runId, ({ type }) => type === "run.finished");
    const events = await eventsOf(second, world.ada, runId);
    expect(events.filter(({ type }) => type === "interrupt.answered")).toHaveLength(1);
  });

  test("is ended once by several processes that look at the same time", async () => {
    const servers = [await world.startProcess(), await world.startProcess(), await world.startProcess()];
    const [server] = servers;
    if (!server) throw new Error("no server");
    const agent = await world.publish(waiting({ amount: 1, unit: "days" }));
    const runs = await Promise.all(Array.from({ length: 20 }, () => world.start(server, agent, { at: "-" })));
    for (const { runId } of runs) {
      await eventOf(server, world.ada, runId, ({ type }) => type === "run.interrupted");
      await pass(runId, "1 day");
    }
    for (const { runId } of runs) {
      await eventOf(server, world.ada, runId, ({ type }) => type === "run.finished");
      const events = await eventsOf(server, world.ada, runId);
      expect(events.filter(({ type }) => type === "interrupt.answered")).toHaveLength(1);
      expect(events.filter(({ type }) => type === "node.finished")).toHaveLength(3);
    }
  });

  test("survives the death of its worker, before and after it is due", async () => {
    const first = await world.startProcess();
    const agent = await world.publish(waiting({ amount: 1, unit: "days" }));
    const { runId } = await world.start(first, agent, { at: "-" });
    await eventOf(first, world.ada, runId, ({ type }) => type === "node.interrupted");
    await first.kill();
    const second = await world.startProcess();
    await eventOf(second, world.ada, runId, ({ type }) => type === "run.interrupted");
    await pass(runId, "1 day");
    await eventOf(second, world.ada, runId, ({ type }) => type === "interrupt.answered");
    await second.kill();
    const third = await world.startProcess();
    await eventOf(third, world.ada, runId, ({ type }) => type === "run.finished");
    expect(await third.service.get(world.ada, runId)).toMatchObject({
      output: { trail: ["before", "after"] },
    });
  });

  test("may be cut short by a person, and by nobody where it may not", async () => {
    const server = await world.startProcess();
    const open = await world.start(server, await world.publish(waiting({ amount: 1, unit: "days" })), {
      at: "-",
    });
    const shut = await world.start(
      server,
      await world.publish(waiting({ amount: 1, unit: "days", skippable: false })),
      { at: "-" },
    );
    const pauseOf = async (runId: string) => {
      await eventOf(server, world.ada, runId, ({ type }) => type === "run.interrupted");
      const { items } = await server.service.interrupts(
        world.ada,
        { runId, status: "waiting" },
        { limit: 1 },
      );
      return items[0]?.id ?? "";
    };
    const [openPause, shutPause] = [await pauseOf(open.runId), await pauseOf(shut.runId)];
    await expect(server.service.answer(world.ada, openPause, { answer: "due" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    await server.service.answer(world.ada, openPause, { answer: "skip" });
    await eventOf(server, world.ada, open.runId, ({ type }) => type === "run.finished");
    await expect(server.service.answer(world.ada, shutPause, { answer: "skip" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    await server.service.cancel(world.ada, shut.runId);
    expect((await server.service.get(world.ada, shut.runId)).status).toBe("cancelled");
  });

  test.each([
    ["a time that has passed", "2020-01-01", { status: "success", output: { trail: ["before", "after"] } }],
    ["no time", "tomorrow", { status: "error", problem: { message: expect.stringContaining("no time") } }],
  ])("until %s ends at once", async (_, at, end) => {
    const server = await world.startProcess();
    const agent = await world.publish(waiting({ wait: "until", until: "at" }));
    const { runId } = await world.start(server, agent, { at });
    await eventOf(server, world.ada, runId, ({ type }) => type === "run.finished" || type === "run.failed");
    expect(await server.service.get(world.ada, runId)).toMatchObject(end);
  });

  test("until a time ends at that time by the database's clock", async () => {
    const server = await world.startProcess();
    const agent = await world.publish(waiting({ wait: "until", until: "at" }));
    const { rows } = await world.database.pool.query(
      "select extract(epoch from now() + interval '1.2 seconds')::float8 * 1000 as at",
    );
    const at = Number(rows[0]?.at);
    const { runId } = await world.start(server, agent, { at: new Date(at).toISOString() });
    const due = await eventOf(server, world.ada, runId, ({ type }) => type === "interrupt.answered");
    expect(due.ts).toBeGreaterThanOrEqual(Math.floor(at));
    expect(due.ts - at).toBeLessThan(2_000);
  });
});

const ask = node("human", { message: "Go on?", answers: [{ id: "yes", label: "Yes", tone: "primary" }] });

describe("a wait beside a question", () => {
  const both = draw({
    channels: { trail },
    nodes: {
      s: start(),
      wait: wait({ amount: 1, unit: "days" }),
      ask,
      w: mark("waited"),
      a: mark("asked"),
      join: mark("joined"),
      done: end("trail"),
    },
    edges: ["s > wait", "s > ask", "wait > w", "ask.yes > a", "w > join", "a > join", "join > done"],
  });

  test.each([["the clock"], ["the person"]])("goes on whoever answers first: %s", async (first) => {
    const server = await world.startProcess();
    const { runId } = await world.start(server, await world.publish(both), {});
    await eventOf(server, world.ada, runId, ({ type }) => type === "run.interrupted");
    const { items } = await server.service.interrupts(world.ada, { status: "waiting" }, { limit: 5 });
    const question = items.find((item) => item.runId === runId);
    const answer = () => server.service.answer(world.ada, question?.id ?? "", { answer: "yes" });
    const interrupted = (count: number) => {
      let seen = 0;
      return eventOf(server, world.ada, runId, ({ type }) => type === "run.interrupted" && ++seen === count);
    };
    if (first === "the clock") await pass(runId, "1 day");
    else await answer();
    await interrupted(2);
    await server.kill();
    const next = await world.startProcess();
    if (first === "the clock") {
      await next.service.answer(world.ada, question?.id ?? "", { answer: "yes" });
    } else await pass(runId, "1 day");
    await eventOf(next, world.ada, runId, ({ type }) => type === "run.finished");
    const run = await next.service.get(world.ada, runId);
    expect(run).toMatchObject({ status: "success", output: { trail: ["asked", "waited", "joined"] } });
    const { spans } = (await next.service.view(world.ada, runId)).view;
    expect(spans.filter(({ name }) => name === "w" || name === "a")).toHaveLength(2);
  });

  test("inside a subgraph is one of the run's own", async () => {
    const server = await world.startProcess();
    const document = draw({
      channels: { trail },
      nodes: {
        s: start(),
        sub: subgraph(
          {
            channels: { trail },
            nodes: {
              start: start("trail"),
              in: mark("in"),
              wait: wait({ amount: 1, unit: "days" }),
              out: mark("out"),
              end: end("trail"),
            },
            edges: ["start > in", "in > wait", "wait > out", "out > end"],
          },
          ["trail"],
          ["trail"],
        ),
        done: end("trail"),
      },
      edges: ["s > sub", "sub > done"],
    });
    const { runId } = await world.start(server, await world.publish(document), {});
    await eventOf(server, world.ada, runId, ({ type }) => type === "run.interrupted");
    await server.kill();
    await pass(runId, "1 day");
    const next = await world.startProcess();
    await eventOf(next, world.ada, runId, ({ type }) => type === "run.finished");
    expect((await next.service.get(world.ada, runId)).output).toEqual({ trail: ["in", "out"] });
  });

  test.each([
    ["left", "right"],
    ["right", "left"],
  ])("two questions inside one subgraph are answered one by one, %s before %s", async (first, second) => {
    const server = await world.startProcess();
    const asks = (message: string) =>
      node("human", { message, answers: [{ id: "yes", label: "Yes", tone: "primary" }] });
    const document = draw({
      channels: { trail },
      nodes: {
        s: start(),
        sub: subgraph(
          {
            channels: { trail },
            nodes: {
              start: start("trail"),
              left: asks("left"),
              right: asks("right"),
              l: mark("l"),
              r: mark("r"),
              end: end("trail"),
            },
            edges: ["start > left", "start > right", "left.yes > l", "right.yes > r", "l > end", "r > end"],
          },
          ["trail"],
          ["trail"],
        ),
        done: end("trail"),
      },
      edges: ["s > sub", "sub > done"],
    });
    const { runId } = await world.start(server, await world.publish(document), {});
    const paused = await eventOf(server, world.ada, runId, ({ type }) => type === "run.interrupted");
    const answer = async (on: typeof server, message: string) => {
      const { items } = await on.service.interrupts(world.ada, { runId, status: "waiting" }, { limit: 5 });
      const question = items.find(({ payload }) => payload.message === message);
      await on.service.answer(world.ada, question?.id ?? "", { answer: "yes" });
    };
    await answer(server, first);
    await eventOf(
      server,
      world.ada,
      runId,
      ({ type, seq }) => type === "run.interrupted" && seq > paused.seq,
    );
    await server.kill();
    const next = await world.startProcess();
    await answer(next, second);
    await eventOf(next, world.ada, runId, ({ type }) => type === "run.finished");
    expect((await next.service.get(world.ada, runId)).output).toEqual({ trail: ["l", "r"] });
  });
});
