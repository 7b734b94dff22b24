import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { branch, draw, end, mark, node, start, text, trail } from "@/workflows/compile/testing/draw";
import { calledUsage } from "@/workflows/events/called-usage";
import type { EventType } from "@/workflows/events/event";
import { createRunWorld, eventOf, eventsOf, type RunWorld, type TestProcess } from "../testing/run-world";
import { asksModel, asksPerson, calling, calls, say } from "./testing/called-graphs";

let world: RunWorld;
beforeAll(async () => {
  world = await createRunWorld();
});
afterEach(() => world.stopAll());
afterAll(() => world.close());

const until = (server: TestProcess, runId: string, type: EventType) =>
  eventOf(server, world.ada, runId, (event) => event.type === type);
const statusOf = async (server: TestProcess, runId: string) =>
  (await server.service.get(world.ada, runId)).status;

/** The run that a run called, as soon as there is one. */
async function childOf(server: TestProcess, runId: string): Promise<string> {
  const event = await until(server, runId, "child.started");
  if (event.type !== "child.started") throw new Error("no child");
  return event.data.runId;
}

/** Waits until a called run asks, and answers. Its callers ask nobody. */
async function answerQuestion(server: TestProcess, childId: string, answer: string): Promise<void> {
  await until(server, childId, "run.interrupted");
  const { items } = await server.service.interrupts(world.ada, { status: "waiting" }, { limit: 50 });
  expect(items.every(({ payload }) => payload.kind === undefined)).toBe(true);
  const question = items.find(({ runId }) => runId === childId);
  await server.service.answer(world.ada, question?.id ?? "", { answer });
}

describe("a called agent", () => {
  test("gives its output to channels, in a run with costs of its own", async () => {
    const server = await world.startProcess(1);
    const helper = await world.publish(asksModel("acme/helper"), "Helper");
    world.script("acme/helper", async function* () {
      yield say("42");
    });
    const { runId } = await world.start(server, await world.publish(calling(helper.slug)), { q: "?" });
    await until(server, runId, "run.finished");
    const { run, view } = await server.service.view(world.ada, runId);
    expect(run).toMatchObject({ output: { answer: "42" }, cost: { micros: 0 } });
    expect(view.spans).toMatchObject([
      { kind: "node", name: "call" },
      { kind: "run", name: "Helper", parentId: "call#1", status: "done", output: { answer: "42" } },
    ]);
    expect(calledUsage(view)).toMatchObject({
      runs: 1,
      cost: { micros: 20 },
      tokens: { input: 1, output: 2 },
    });
    const child = await server.service.get(world.ada, await childOf(server, runId));
    expect(child).toMatchObject({ source: "tool", cost: { micros: 20 }, output: { answer: "42" } });
  });

  test("that waits for a person leaves the only place free, and wakes its caller when it has ended", async () => {
    const server = await world.startProcess(1);
    const helper = await world.publish(asksPerson);
    const { runId } = await world.start(server, await world.publish(calling(helper.slug)), { q: "Well" });
    await until(server, runId, "run.interrupted");
    const other = await world.start(server, await world.publish(asksPerson), { q: "Free" });
    await until(server, other.runId, "run.interrupted");
    await server.service.cancel(world.ada, other.runId);
    await answerQuestion(server, await childOf(server, runId), "yes");
    await until(server, runId, "run.finished");
    const events = await eventsOf(server, world.ada, runId);
    expect(events.filter(({ type }) => type === "interrupt.answered")).toHaveLength(1);
    expect(await server.service.get(world.ada, runId)).toMatchObject({ output: { answer: "fine" } });
  });

  test("may wait for a person inside an agent that it calls, through the death of every worker", async () => {
    const first = await world.startProcess();
    const innermost = await world.publish(asksPerson, "Innermost");
    const middle = await world.publish(calling(innermost.slug), "Middle");
    const { runId } = await world.start(first, await world.publish(calling(middle.slug)), { q: "Deep" });
    await until(first, runId, "run.interrupted");
    const middleId = await childOf(first, runId);
    const innermostId = await childOf(first, middleId);
    await until(first, middleId, "run.interrupted");
    await first.kill();
    const second = await world.startProcess();
    await answerQuestion(second, innermostId, "yes");
    await until(second, innermostId, "node.finished");
    await second.kill();
    const third = await world.startProcess();
    await until(third, runId, "run.finished");
    expect(await third.service.get(world.ada, runId)).toMatchObject({ output: { answer: "fine" } });
    for (const id of [runId, middleId]) {
      const events = await eventsOf(third, world.ada, id);
      expect(events.filter(({ type }) => type === "interrupt.answered")).toHaveLength(1);
    }
  });

  test("that takes its time parks its caller, and that goes on wherever it ends", async () => {
    const server = await world.startProcess(2, { patienceMs: 50 });
    const helper = await world.publish(asksModel("acme/slow"));
    const answer = Promise.withResolvers<string>();
    world.script("acme/slow", async function* () {
      yield say(await answer.promise);
    });
    const { runId } = await world.start(server, await world.publish(calling(helper.slug)), { q: "?" });
    await until(server, runId, "run.interrupted");
    expect(await statusOf(server, runId)).toBe("interrupted");
    answer.resolve("at last");
    await until(server, runId, "run.finished");
    expect(await server.service.get(world.ada, runId)).toMatchObject({ output: { answer: "at last" } });
  });

  test("that ends while its caller is about to park is not waited for", async () => {
    const server = await world.startProcess(10, { patienceMs: 1 });
    const quick = draw({
      channels: { q: text, answer: text },
      nodes: {
        s: start("q"),
        set: node("set-state", { assignments: [{ channel: "answer", value: "q" }] }),
        done: end("answer"),
      },
      edges: ["s > set", "set > done"],
    });
    const helper = await world.publish(quick);
    const caller = await world.publish(calling(helper.slug));
    const runs = await Promise.all(
      Array.from({ length: 40 }, (_, at) => world.start(server, caller, { q: `${at}` })),
    );
    for (const [at, { runId }] of runs.entries()) {
      await until(server, runId, "run.finished");
      expect(await server.service.get(world.ada, runId)).toMatchObject({ output: { answer: `${at}` } });
      const events = await eventsOf(server, world.ada, runId);
      expect(events.filter(({ type }) => type === "node.finished")).toHaveLength(1);
    }
  });

  test("whose end nobody heard of is found by the sweep", async () => {
    const server = await world.startProcess();
    const helper = await world.publish(asksPerson);
    const { runId } = await world.start(server, await world.publish(calling(helper.slug)), { q: "Lost" });
    await until(server, runId, "run.interrupted");
    const child = await childOf(server, runId);
    await world.database.pool.query(
      `update runs set status = 'success', output = '{"answer": "unheard"}', ended_at = now() where id = $1`,
      [child],
    );
    await until(server, runId, "run.finished");
    expect(await server.service.get(world.ada, runId)).toMatchObject({ output: { answer: "unheard" } });
  });
});

describe("the end of the one is the end of the other", () => {
  test("a stopped caller that waits takes all below it along", async () => {
    const server = await world.startProcess();
    const innermost = await world.publish(asksPerson);
    const middle = await world.publish(calling(innermost.slug));
    const { runId } = await world.start(server, await world.publish(calling(middle.slug)), { q: "Stop" });
    await until(server, runId, "run.interrupted");
    const middleId = await childOf(server, runId);
    await until(server, middleId, "run.interrupted");
    const before = performance.now();
    await server.service.cancel(world.ada, runId);
    for (const id of [runId, middleId, await childOf(server, middleId)]) {
      await until(server, id, "run.cancelled");
    }
    expect(performance.now() - before).toBeLessThan(2_000);
    const { items } = await server.service.interrupts(world.ada, { runId: middleId }, { limit: 5 });
    expect(items.map(({ status }) => status)).toEqual(["withdrawn"]);
  });

  test("a caller that fails beside the call takes it along", async () => {
    const server = await world.startProcess();
    const helper = await world.publish(asksPerson);
    const document = draw({
      channels: { q: text, answer: text, page: text },
      nodes: {
        s: start("q"),
        call: calls(helper.slug),
        fetch: node("http", { url: "https://away.test/", output: "page" }),
        done: end("answer"),
      },
      edges: ["s > call", "s > fetch", "call > done", "fetch > done"],
    });
    const away = Promise.withResolvers<never>();
    world.answerHttp(() => away.promise);
    const { runId } = await world.start(server, await world.publish(document), { q: "Beside" });
    const child = await childOf(server, runId);
    await until(server, child, "run.interrupted");
    await until(server, runId, "node.interrupted");
    away.reject(new Error("away"));
    await until(server, runId, "run.failed");
    const last = await until(server, child, "run.cancelled");
    expect(last.runId).toBe(child);
  });

  test("a stopped run below fails the node that called it, which may leave by its error port", async () => {
    const server = await world.startProcess();
    const helper = await world.publish(asksPerson, "Helper");
    const caller = await world.publish(calling(helper.slug, { onError: "port" }));
    const { runId } = await world.start(server, caller, { q: "?" });
    await until(server, runId, "run.interrupted");
    await server.service.cancel(world.ada, await childOf(server, runId));
    await until(server, runId, "run.finished");
    expect(await server.service.get(world.ada, runId)).toMatchObject({
      output: { answer: "The run of the agent “Helper” was stopped." },
    });
  });

  test("a drained process leaves the called run alone, and the caller finds it again", async () => {
    const first = await world.startProcess();
    const helper = await world.publish(asksModel("acme/drain"));
    const asked = Promise.withResolvers<void>();
    world.script("acme/drain", async function* (signal) {
      asked.resolve();
      yield say("4");
      await new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    });
    const { runId } = await world.start(first, await world.publish(calling(helper.slug)), { q: "?" });
    await asked.promise;
    await first.stop(0);
    world.script("acme/drain", async function* () {
      yield say("42");
    });
    const second = await world.startProcess();
    await until(second, runId, "run.finished");
    expect(await second.service.get(world.ada, runId)).toMatchObject({ output: { answer: "42" } });
    const { items } = await second.service.list(world.ada, { agentId: helper.id }, { limit: 5 });
    expect(items).toHaveLength(1);
  });
});

describe("a call that fails", () => {
  test("is made again as a run of its own where the node tries again, through pauses of both", async () => {
    const server = await world.startProcess();
    const retry = { maxAttempts: 2, initialIntervalMs: 0, backoffFactor: 1 };
    // An expression that fails would not be tried again.
    const wrong = draw({
      channels: { q: text, answer: text },
      nodes: {
        s: start("q"),
        ask: node("human", {
          message: "{{ q }}?",
          answers: [
            { id: "yes", label: "Yes", tone: "primary" },
            { id: "no", label: "No", tone: "danger" },
          ],
        }),
        fine: node("set-state", { assignments: [{ channel: "answer", value: '"fine"' }] }),
        http: node("http", { url: "https://nowhere.test/", output: "answer" }),
        pick: branch({ never: "false" }),
        done: end("answer"),
      },
      edges: ["s > ask", "ask.yes > fine", "ask.no > http", "fine > done", "http > done"],
    });
    world.answerHttp(async () => {
      throw Object.assign(new Error("away"), { name: "Away" });
    });
    const twice = await world.publish(wrong, "Twice");
    const { runId } = await world.start(server, await world.publish(calling(twice.slug, { retry })), {
      q: "Again",
    });
    const firstChild = await childOf(server, runId);
    await answerQuestion(server, firstChild, "no");
    const next = await eventOf(
      server,
      world.ada,
      runId,
      (event) => event.type === "child.started" && event.data.runId !== firstChild,
    );
    const secondChild = next.type === "child.started" ? next.data.runId : "";
    await eventOf(server, world.ada, runId, ({ type, seq }) => type === "run.interrupted" && seq > next.seq);
    await server.kill();
    const other = await world.startProcess();
    await answerQuestion(other, secondChild, "yes");
    await until(other, runId, "run.finished");
    expect(await other.service.get(world.ada, runId)).toMatchObject({ output: { answer: "fine" } });
    const { items } = await other.service.list(world.ada, { agentId: twice.id }, { limit: 5 });
    expect(items).toHaveLength(2);
  });

  test("by its time limit ends the called run, pauses included", async () => {
    const server = await world.startProcess();
    const helper = await world.publish(asksPerson, "Patient");
    const limited = calling(helper.slug, { onError: "port" }, { timeoutMinutes: 60 });
    const { runId } = await world.start(server, await world.publish(limited), { q: "Late" });
    await until(server, runId, "run.interrupted");
    const child = await childOf(server, runId);
    const { pool } = world.database;
    await pool.query("update runs set created_at = created_at - interval '1 hour' where id = $1", [child]);
    await pool.query("update interrupts set wake_at = wake_at - interval '1 hour' where run_id = $1", [
      runId,
    ]);
    await until(server, child, "run.cancelled");
    await until(server, runId, "run.finished");
    expect(await server.service.get(world.ada, runId)).toMatchObject({
      output: { answer: "The agent “Patient” took longer than the call allows." },
    });
  });

  test("says what is missing: an agent, or a version of it", async () => {
    const server = await world.startProcess();
    const helper = await world.publish(asksPerson);
    for (const [slug, more, message] of [
      ["nobody", {}, "There is no published agent “nobody” in this workspace."],
      [helper.slug, { version: 7 }, `The agent “${helper.slug}” has no version 7.`],
    ] as const) {
      const { runId } = await world.start(server, await world.publish(calling(slug, {}, more)), { q: "?" });
      await until(server, runId, "run.failed");
      expect((await server.service.get(world.ada, runId)).problem?.message).toBe(message);
    }
  });
});

describe("a call beside a wait", () => {
  test.each([["the clock"], ["the person"]])("goes on whoever is first: %s", async (first) => {
    const server = await world.startProcess();
    const helper = await world.publish(asksPerson);
    const document = draw({
      channels: { q: text, answer: text, trail },
      nodes: {
        s: start("q"),
        call: calls(helper.slug),
        wait: node("wait", { wait: "for", amount: 1, unit: "days" }),
        called: mark("called"),
        waited: mark("waited"),
        join: mark("joined"),
        done: end("trail", "answer"),
      },
      edges: [
        "s > call",
        "s > wait",
        "call > called",
        "wait > waited",
        "called > join",
        "waited > join",
        "join > done",
      ],
    });
    const { runId } = await world.start(server, await world.publish(document), { q: "Both" });
    await until(server, runId, "run.interrupted");
    const child = await childOf(server, runId);
    const ring = () =>
      world.database.pool.query(
        "update interrupts set wake_at = now() where run_id = $1 and kind = 'timer'",
        [runId],
      );
    if (first === "the clock") await ring();
    else await answerQuestion(server, child, "yes");
    // LangGraph's next step begins when both are over; the one that is keeps its result until then.
    const answered = await until(server, runId, "interrupt.answered");
    await eventOf(
      server,
      world.ada,
      runId,
      ({ type, seq }) => type === "run.interrupted" && seq > answered.seq,
    );
    await server.kill();
    const next = await world.startProcess();
    if (first === "the clock") await answerQuestion(next, child, "yes");
    else await ring();
    await until(next, runId, "run.finished");
    const { output } = await next.service.get(world.ada, runId);
    expect(output).toEqual({ trail: ["called", "waited", "joined"], answer: "fine" });
  });
});

describe("whoever waits for a run that called another", () => {
  test("is told when a person is asked below it, not when it only parks", async () => {
    const server = await world.startProcess(10, { patienceMs: 1 });
    const slow = await world.publish(asksModel("acme/later"));
    const answer = Promise.withResolvers<string>();
    world.script("acme/later", async function* () {
      yield say(await answer.promise);
    });
    const working = await world.start(server, await world.publish(calling(slow.slug)), { q: "?" });
    await until(server, working.runId, "run.interrupted");
    const end = server.service.wait(world.ada, working.runId);
    const asking = await world.start(
      server,
      await world.publish(calling((await world.publish(asksPerson)).slug)),
      { q: "?" },
    );
    expect((await server.service.wait(world.ada, asking.runId)).status).toBe("interrupted");
    answer.resolve("done");
    expect(await end).toMatchObject({ status: "success", output: { answer: "done" } });
  });
});
