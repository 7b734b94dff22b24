import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EventBody, RunEvent } from "./event";
import { emptyView, project } from "./project";
import { terminalStatuses } from "./run-status";
import type { RunView } from "./run-view";

type Step = EventBody & { node?: string; visit?: number };

/** Ids that every object inherits belong in: they are legal and easy to get wrong. */
const node = fc.constantFrom("a", "b", "constructor", "toString");
const edgeIds = fc.subarray(["e1", "e2", "valueOf", "hasOwnProperty"]);
const visit = fc.integer({ min: 1, max: 3 });
const callId = fc.constantFrom("m1", "m2");
const problem = { code: "node_failed", message: "It broke." };
const payload = { message: "Sure?", answers: [], allowText: true };
const usage = fc.record({
  input: fc.nat(100),
  output: fc.nat(100),
  cached: fc.nat(50),
  cacheWrites: fc.nat(50),
  reasoning: fc.nat(10),
});

/** Every kind of event, in any order: also those that no run would ever report. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>({ type: "run.started", data: { input: { q: 1 } } }),
  fc
    .constantFrom("answer" as const, "recovered" as const)
    .map((reason): Step => ({ type: "run.resumed", data: { reason } })),
  fc.constantFrom<Step>(
    { type: "run.finished", data: { output: "done" } },
    { type: "run.failed", data: { status: "error", problem } },
    { type: "run.cancelled", data: { by: "Ada" } },
    { type: "run.interrupted", data: { interruptIds: ["i1", "i2"] } },
    { type: "checkpoint.saved", data: { checkpointId: "c", step: 1, next: ["a"] } },
    { type: "log", data: { level: "info", message: "hm" } },
  ),
  fc.tuple(node, visit).map(
    ([id, number]): Step => ({
      type: "node.started",
      data: { spanId: `${id}#${number}`, taskId: "t" },
      node: id,
      visit: number,
    }),
  ),
  fc.tuple(node, visit, edgeIds).map(
    ([id, number, taken]): Step => ({
      type: "node.finished",
      data: { spanId: `${id}#${number}`, port: "out", edgeIds: taken, update: {} },
      node: id,
      visit: number,
    }),
  ),
  fc.tuple(node, visit, fc.boolean()).map(
    ([id, number, willRetry]): Step => ({
      type: "node.failed",
      data: { spanId: `${id}#${number}`, problem, attempt: 1, willRetry },
      node: id,
      visit: number,
    }),
  ),
  fc.tuple(node, visit, fc.constantFrom("i1", "i2")).map(
    ([id, number, interruptId]): Step => ({
      type: "node.interrupted",
      data: { spanId: `${id}#${number}`, interruptId, payload },
      node: id,
      visit: number,
    }),
  ),
  fc.constantFrom("i1", "i2").map(
    (interruptId): Step => ({
      type: "interrupt.answered",
      data: { interruptId, answer: { answer: "yes" } },
    }),
  ),
  fc.tuple(node, callId).map(
    ([id, spanId]): Step => ({
      type: "model.started",
      data: { spanId, parentSpanId: `${id}#1`, provider: "p", model: "m", messages: [] },
      node: id,
    }),
  ),
  fc.tuple(node, callId, fc.string({ maxLength: 3 })).map(
    ([id, spanId, text]): Step => ({
      type: "model.delta",
      data: { spanId, text },
      node: id,
    }),
  ),
  fc.tuple(node, callId, fc.option(usage), fc.option(fc.nat(1_000))).map(
    ([id, spanId, used, costMicros]): Step => ({
      type: "model.finished",
      data: {
        spanId,
        provider: "p",
        model: "m",
        message: { role: "assistant", content: "Hi" },
        usage: used,
        costMicros,
      },
      node: id,
    }),
  ),
  fc
    .tuple(node, callId)
    .map(([id, spanId]): Step => ({ type: "tool.started", data: { spanId, name: "t", args: {} }, node: id })),
  callId.map((spanId): Step => ({ type: "tool.failed", data: { spanId, problem } })),
);

const events: fc.Arbitrary<RunEvent[]> = fc
  .array(step, { maxLength: 40 })
  .map((steps) =>
    steps
      .filter(isFirstStart)
      .map((body, at) => ({ runId: "run_1", seq: at + 1, ts: at * 10, ns: [], ...body })),
  );

/** LangChain gives every call an id of its own. */
function isFirstStart(one: Step, at: number, steps: Step[]): boolean {
  const id = callOf(one);
  return id === undefined || steps.findIndex((other) => callOf(other) === id) === at;
}

function callOf(one: Step): string | undefined {
  return one.type === "model.started" || one.type === "tool.started" ? one.data.spanId : undefined;
}

const whole = (list: readonly RunEvent[]): RunView => project(list, emptyView("run_1"));

/** Every visit counts by its last end: an end that was lost with its process is made again. */
function edgesThatCount(list: readonly RunEvent[]): string[] {
  const ends = new Map<string, string[]>();
  const unknown: string[] = [];
  for (const event of list) {
    if (event.type === "node.started") ends.set(event.data.spanId, []);
    if (event.type !== "node.finished") continue;
    if (ends.has(event.data.spanId)) ends.set(event.data.spanId, event.data.edgeIds);
    else unknown.push(...event.data.edgeIds);
  }
  return [...unknown, ...[...ends.values()].flat()];
}

function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

describe("a view of any events", () => {
  it("is the same whether they come at once, one by one or in two parts", () => {
    fc.assert(
      fc.property(events, fc.nat(40), (list, cut) => {
        const halves = project(list.slice(cut), whole(list.slice(0, cut)));
        const single = list.reduce((view, event) => project([event], view), emptyView("run_1"));
        expect(halves).toEqual(whole(list));
        expect(single).toEqual(whole(list));
      }),
    );
  });

  it("is the same when some of them are delivered again", () => {
    fc.assert(
      fc.property(events, fc.nat(40), fc.nat(40), (list, from, to) => {
        const again = project(list.slice(Math.min(from, to)), whole(list.slice(0, Math.max(from, to))));
        expect(again).toEqual(whole(list));
        expect(project(list, again)).toBe(again);
      }),
    );
  });

  it("leaves the view it began with untouched", () => {
    fc.assert(
      fc.property(events, fc.nat(40), (list, cut) => {
        const before = frozen(whole(list.slice(0, cut)));
        expect(() => project(frozen(list.slice(cut)), before)).not.toThrow();
      }),
    );
  });

  it("adds up tokens, costs and edges exactly, whatever else happened", () => {
    fc.assert(
      fc.property(events, (list) => {
        const view = whole(list);
        const finished = list.flatMap((event) => (event.type === "model.finished" ? [event.data] : []));
        const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
        expect(view.tokens.input).toBe(sum(finished.map(({ usage: used }) => used?.input ?? 0)));
        expect(view.tokens.output).toBe(sum(finished.map(({ usage: used }) => used?.output ?? 0)));
        expect(view.cost).toEqual({
          micros: sum(finished.map(({ costMicros }) => costMicros ?? 0)),
          unknownCalls: finished.filter(({ costMicros }) => costMicros === null).length,
        });
        const taken = edgesThatCount(list);
        const counted = Object.fromEntries(
          [...Map.groupBy(taken, (id) => id)].map(([id, all]) => [id, all.length]),
        );
        expect(view.edges).toEqual(counted);
        expect(sum(Object.values(view.nodes).map(({ cost }) => cost.micros))).toBe(view.cost.micros);
      }),
    );
  });

  it("is complete for every node that is named, ids of every object's own included", () => {
    fc.assert(
      fc.property(events, (list) => {
        for (const [id, shown] of Object.entries(whole(list).nodes)) {
          expect(list.some((event) => event.node === id)).toBe(true);
          expect(shown).toMatchObject({
            visits: expect.any(Number),
            ms: expect.any(Number),
            tokens: expect.any(Number),
            text: expect.any(String),
          });
          expect(shown.ms).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("shows nothing at work right after the run has failed or was stopped", () => {
    const end = fc.constantFrom<Step>(
      { type: "run.failed", data: { status: "timeout", problem } },
      { type: "run.cancelled", data: {} },
    );
    fc.assert(
      fc.property(events, end, (list, last) => {
        const view = whole([...list, { runId: "run_1", seq: list.length + 1, ts: 1_000, ns: [], ...last }]);
        expect(terminalStatuses.has(view.status)).toBe(true);
        expect(view.spans.filter(({ status }) => status === "running" || status === "waiting")).toEqual([]);
        const open = Object.values(view.nodes).filter(
          ({ status }) => status === "running" || status === "waiting",
        );
        expect(open).toEqual([]);
      }),
    );
  });
});
