import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { draw, end, mark, node, start, text, trail } from "@/workflows/compile/testing/draw";
import type { InterruptAnswer } from "@/workflows/events/event";
import type { HttpCall } from "@/workflows/http/http-call";
import { createRunWorld, eventsOf, type RunWorld, type TestProcess } from "./testing/run-world";

let world: RunWorld;
beforeAll(async () => {
  world = await createRunWorld();
});
afterEach(() => world.stopAll());
afterAll(() => world.close());

/** a → order (an HTTP call) → b */
const graph = (method: string) =>
  draw({
    channels: { q: text, trail, receipt: text },
    nodes: {
      s: start("q"),
      a: mark("a"),
      order: node("http", { method, url: "https://shop.test/orders", output: "receipt", parse: "text" }),
      b: mark("b"),
      done: end("trail", "receipt"),
    },
    edges: ["s > a", "a > order", "order > b", "b > done"],
  });

/** A shop that receives every call and answers from the given one on. */
function shop(answersFrom: number) {
  const calls: HttpCall[] = [];
  const waiting = new Map<number, () => void>();
  world.answerHttp((call) => {
    const count = calls.push(call);
    waiting.get(count)?.();
    if (count < answersFrom) return new Promise(() => {});
    return Promise.resolve({ status: 200, headers: {}, body: `Receipt ${count}`, url: call.url });
  });
  const called = (count: number) =>
    calls.length >= count ? Promise.resolve() : new Promise<void>((resolve) => waiting.set(count, resolve));
  return { calls, called };
}

/** Starts a run, and kills its worker while the shop thinks about the order; the next worker takes it over. */
async function lostInside(method: string, answersFrom = 2) {
  const { calls, called } = shop(answersFrom);
  const first = await world.startProcess();
  const { runId } = await world.start(first, await world.publish(graph(method)), { q: "?" });
  await called(1);
  await first.kill();
  return { runId, calls, called, next: await world.startProcess() };
}

/** Waits for the pause and answers it. */
async function answer(process: TestProcess, runId: string, body: InterruptAnswer) {
  expect(await process.service.wait(world.ada, runId)).toMatchObject({ status: "interrupted" });
  const { items } = await process.service.interrupts(world.ada, { status: "waiting" }, { limit: 10 });
  const [pause, ...more] = items.filter((item) => item.runId === runId);
  if (!pause || more.length > 0) throw new Error("not exactly one question");
  expect(pause.payload).toMatchObject({ kind: "outcome_unknown", editable: { receipt: null } });
  await process.service.answer(world.ada, pause.id, body);
}

test.each(["GET", "PUT"])("a %s in flight when its worker dies runs again by itself", async (method) => {
  const { runId, calls, next } = await lostInside(method);
  expect(await next.service.wait(world.ada, runId)).toMatchObject({
    status: "success",
    output: { trail: ["a", "b"], receipt: "Receipt 2" },
  });
  expect(calls).toHaveLength(2);
});

test("a POST in flight is asked about; told to run again, it carries the same key", async () => {
  const { runId, calls, next } = await lostInside("POST");
  await answer(next, runId, { answer: "retry" });
  expect(await next.service.wait(world.ada, runId)).toMatchObject({
    status: "success",
    output: { trail: ["a", "b"], receipt: "Receipt 2" },
  });
  expect(calls.map(({ headers }) => headers["idempotency-key"])).toEqual([
    `${runId}:order:1:request`,
    `${runId}:order:1:request`,
  ]);
});

test("skipped, the run goes on with what the person found out, and nothing is sent again", async () => {
  const { runId, calls, next } = await lostInside("POST");
  await answer(next, runId, { answer: "skip", edits: { receipt: "Seen in the shop's books" } });
  expect(await next.service.wait(world.ada, runId)).toMatchObject({
    status: "success",
    output: { trail: ["a", "b"], receipt: "Seen in the shop's books" },
  });
  expect(calls).toHaveLength(1);
});

test("let fail, the run fails there", async () => {
  const { runId, calls, next } = await lostInside("POST");
  await answer(next, runId, { answer: "fail" });
  expect(await next.service.wait(world.ada, runId)).toMatchObject({
    status: "error",
    problem: { code: "outcome_unknown", nodeId: "order" },
  });
  expect(calls).toHaveLength(1);
});

test("lost again after it was told to run again, it is asked about again", async () => {
  const { runId, calls, called, next } = await lostInside("POST", 3);
  await answer(next, runId, { answer: "retry" });
  await called(2);
  await next.kill();
  const third = await world.startProcess();
  await answer(third, runId, { answer: "retry" });
  expect(await third.service.wait(world.ada, runId)).toMatchObject({
    status: "success",
    output: { receipt: "Receipt 3" },
  });
  expect(calls).toHaveLength(3);
  const events = await eventsOf(third, world.ada, runId);
  expect(events.filter(({ type }) => type === "node.interrupted")).toHaveLength(2);
});
