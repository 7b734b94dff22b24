import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RunEvent } from "./event";
import { emptyView, project } from "./project";
import {
  answered,
  call,
  delta,
  events,
  finish,
  pause,
  problem,
  type Step,
  start,
  view,
} from "./testing/steps";

test("a run counts as pending while queued and as running from its first step on", () => {
  const started: Step = { type: "run.started", data: { input: { q: 1 } } };
  expect(view(started)).toMatchObject({ status: "pending", input: { q: 1 }, startedAt: 0 });
  expect(view(started, start("a")).status).toBe("running");
});

test("nodes light up, take edges and count their time", () => {
  const seen = view(
    start("a"),
    start("b"),
    finish("a", 1, ["e1"]),
    start("a", 2),
    finish("a", 2, ["e1", "e2"]),
  );
  expect(seen.nodes.a).toMatchObject({ status: "done", visits: 2, ms: 30 });
  expect(seen.nodes.b).toMatchObject({ status: "running", visits: 1, startedAt: 10 });
  expect(seen.edges).toEqual({ e1: 2, e2: 1 });
  expect(seen.spans.map(({ id, status }) => [id, status])).toEqual([
    ["a:1", "done"],
    ["b:1", "running"],
    ["a:2", "done"],
  ]);
});

test("a node with two visits in one step stays running until both are done", () => {
  expect(view(start("a"), start("a", 2), finish("a", 1)).nodes.a?.status).toBe("running");
  expect(view(start("a"), start("a", 2), finish("a", 1), finish("a", 2)).nodes.a?.status).toBe("done");
});

test("text streams into span and node; tokens and cost add up", () => {
  const seen = view(start("a"), call("a"), delta("a", "Hel"), delta("a", "lo"), answered("a", 40));
  expect(seen.nodes.a).toMatchObject({ text: "Hello", tokens: 10, cost: { micros: 40, unknownCalls: 0 } });
  expect(seen.spans[1]).toMatchObject({ kind: "model", status: "done", text: "Hello", firstTokenMs: 10 });
  expect(seen.tokens).toEqual({ input: 7, output: 3, cached: 2 });
});

test("parallel model calls keep their texts apart, and an unknown price is not zero", () => {
  const seen = view(
    start("a"),
    call("a", "m1"),
    call("a", "m2"),
    delta("a", "one", "m1"),
    delta("a", "two", "m2"),
    answered("a", null, "m1"),
  );
  expect(seen.spans.map((span) => span.text)).toEqual([undefined, "Hello", "two"]);
  expect(seen.cost).toEqual({ micros: 0, unknownCalls: 1 });
});

test("a retry keeps the node running; the last failure ends it", () => {
  const failed = (willRetry: boolean): Step => ({
    type: "node.failed",
    data: { spanId: "a:1", problem, attempt: 1, willRetry },
    node: "a",
    visit: 1,
  });
  expect(view(start("a"), failed(true)).nodes.a).toMatchObject({ status: "running", problem });
  const again = view(start("a"), failed(true), start("a"));
  expect(again.nodes.a?.problem).toBeUndefined();
  expect(again.spans).toHaveLength(1);
  expect(view(start("a"), failed(false)).nodes.a).toMatchObject({ status: "failed", problem });
});

test("a resumed node keeps its visit and its span, and counts the pause as its time", () => {
  const seen = view(
    start("a"),
    pause("a"),
    { type: "run.interrupted", data: { interruptIds: ["i1"] } },
    { type: "interrupt.answered", data: { interruptId: "i1", answer: { answer: "yes" }, by: "Ada" } },
    { type: "run.resumed", data: { reason: "answer" } },
    start("a"),
    finish("a"),
  );
  expect(seen.nodes.a).toMatchObject({ status: "done", visits: 1, ms: 60 });
  expect(seen.spans).toHaveLength(1);
  expect(seen.interrupts).toMatchObject([{ id: "i1", answer: { answer: "yes" }, answeredBy: "Ada" }]);
});

test("the other pauses of a step wait again after one was answered", () => {
  const seen = view(
    start("a"),
    start("b"),
    pause("a", "ia"),
    pause("b", "ib"),
    { type: "run.interrupted", data: { interruptIds: ["ia", "ib"] } },
    { type: "run.resumed", data: { reason: "answer" } },
    start("a"),
    start("b"),
    finish("a"),
    { type: "run.interrupted", data: { interruptIds: ["ib"] } },
  );
  expect(seen).toMatchObject({
    status: "interrupted",
    nodes: { a: { status: "done" }, b: { status: "waiting" } },
  });
});

test("a pause that is reported again while another was answered stays one", () => {
  const seen = view(start("b"), pause("b", "ib"), start("b"), pause("b", "ib"));
  expect(seen.interrupts.map(({ id }) => id)).toEqual(["ib"]);
});

test("a failure that leaves by the error port is done, and its time counts once", () => {
  const failed: Step = {
    type: "node.failed",
    data: { spanId: "a:1", problem, attempt: 1, willRetry: false },
    node: "a",
    visit: 1,
  };
  expect(view(start("a"), failed, finish("a")).nodes.a).toMatchObject({ status: "done", ms: 20, problem });
});

describe("what is open when the run stops is closed with the reason", () => {
  const open: Step[] = [start("a"), call("a"), start("b"), pause("b")];
  test.each<[string, Step, string, string]>([
    ["cancelled", { type: "run.cancelled", data: { by: "Ada" } }, "cancelled", "failed"],
    ["failed", { type: "run.failed", data: { status: "timeout", problem } }, "timeout", "failed"],
    ["recovered", { type: "run.resumed", data: { reason: "recovered" } }, "running", "waiting"],
  ])("%s", (_name, last, status, pausedNode) => {
    const seen = view(...open, last);
    expect(seen.status).toBe(status);
    expect(seen.nodes.a?.status).toBe("failed");
    expect(seen.spans[1]).toMatchObject({ kind: "model", status: "failed", endedAt: 40 });
    expect(seen.nodes.b?.status).toBe(pausedNode);
  });
});

test("tools, logs, checkpoints and the end", () => {
  const seen = view(
    start("a"),
    { type: "tool.started", data: { spanId: "t", parentSpanId: "a:1", name: "add", args: [1] }, node: "a" },
    { type: "tool.finished", data: { spanId: "t", result: 2 } },
    { type: "log", data: { level: "warn", message: "hm" }, node: "a" },
    { type: "checkpoint.saved", data: { checkpointId: "c", step: 0, next: ["b"] } },
    { type: "run.finished", data: { output: { sum: 2 } } },
  );
  expect(seen.spans[1]).toMatchObject({ kind: "tool", name: "add", status: "done", input: [1], output: 2 });
  expect(seen.logs).toEqual([{ ts: 30, level: "warn", message: "hm", nodeId: "a" }]);
  expect(seen.checkpoints).toEqual([{ checkpointId: "c", step: 0, ts: 40, next: ["b"] }]);
  expect(seen).toMatchObject({ status: "success", output: { sum: 2 }, endedAt: 50, seq: 6 });
});

test("a visit whose end was lost with its process is made again, and counts once", () => {
  const lost: Step[] = [
    start("a"),
    finish("a", 1, ["e1", "e2"]),
    { type: "run.resumed", data: { reason: "recovered" } },
  ];
  const halfway = view(...lost, start("a"));
  expect(halfway.edges).toEqual({});
  expect(halfway.spans[0]).toMatchObject({ status: "running" });
  expect(halfway.spans[0]?.port).toBeUndefined();
  const seen = view(...lost, start("a"), finish("a", 1, ["e2"]));
  expect(seen.edges).toEqual({ e2: 1 });
  expect(seen.spans).toHaveLength(1);
  expect(seen.nodes.a).toMatchObject({ status: "done", visits: 1, ms: 40 });
});

test("an error port that is taken again by the next process counts once", () => {
  const failed: Step = {
    type: "node.failed",
    data: { spanId: "a:1", problem, attempt: 1, willRetry: false },
    node: "a",
  };
  const seen = view(start("a"), failed, finish("a", 1, ["e1"]), finish("a", 1, ["e1"]));
  expect(seen.edges).toEqual({ e1: 1 });
  expect(seen.nodes.a?.ms).toBe(30);
});

describe("folding", () => {
  const step = fc.constantFrom<Step[]>(
    start("a"),
    start("b"),
    start("a", 2),
    finish("a", 1, ["e1"]),
    finish("b"),
    finish("a", 2, ["e2"]),
    call("a"),
    delta("a", "x"),
    answered("a", 5),
    answered("a", null),
    pause("b"),
    { type: "run.interrupted", data: { interruptIds: ["i1"] } },
    { type: "interrupt.answered", data: { interruptId: "i1", answer: { answer: "yes" } } },
    { type: "run.resumed", data: { reason: "recovered" } },
    { type: "node.failed", data: { spanId: "a:1", problem, attempt: 1, willRetry: true }, node: "a" },
    { type: "run.cancelled", data: {} },
  );
  const history = fc.array(step, { maxLength: 40 }).map((steps) => events(...steps));

  test("in any chunking, with overlaps, gives the same view and leaves the given one alone", () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat(40), { maxLength: 8 }), fc.nat(5), (all, cuts, overlap) => {
        const whole = project(all, emptyView("run_1"));
        let seen = emptyView("run_1");
        for (const cut of [...cuts.sort((a, b) => a - b), all.length]) {
          const before = structuredClone(seen);
          const next = project(all.slice(Math.max(0, seen.seq - overlap), cut), seen);
          expect(seen).toEqual(before);
          seen = next;
        }
        expect(seen).toEqual(whole);
      }),
    );
  });

  test("counts every token and price exactly once", () => {
    fc.assert(
      fc.property(history, (all) => {
        const seen = project(all, emptyView("run_1"));
        const of = (type: RunEvent["type"]) => all.filter((event) => event.type === type).length;
        expect(seen.tokens.input).toBe(of("model.finished") * 7);
        expect(seen.cost.micros / 5 + seen.cost.unknownCalls).toBe(of("model.finished"));
        expect(seen.seq).toBe(all.length);
      }),
    );
  });
});

describe("a subgraph's visit", () => {
  const inside = (visit = 1): Step => ({
    type: "node.started",
    data: { spanId: `sub/ask:${visit}`, parentSpanId: `sub:${visit}`, taskId: `task-ask-${visit}` },
    node: "sub/ask",
    visit,
  });
  const pause: Step = {
    type: "node.interrupted",
    data: {
      spanId: "sub/ask:1",
      interruptId: "i1",
      payload: { message: "?", answers: [], allowText: false },
    },
    node: "sub/ask",
    visit: 1,
  };

  test("waits while a node inside waits, and runs again with it", () => {
    const waiting = view(start("sub"), inside(), pause);
    expect(waiting.nodes).toMatchObject({ sub: { status: "waiting" }, "sub/ask": { status: "waiting" } });
    expect(waiting.spans.map(({ id, parentId, status }) => [id, parentId, status])).toEqual([
      ["sub:1", undefined, "waiting"],
      ["sub/ask:1", "sub:1", "waiting"],
    ]);
    const told = view(start("sub"), inside(), pause, start("sub"), inside(), {
      type: "run.interrupted",
      data: { interruptIds: ["i1"] },
    });
    expect(told.nodes.sub?.status).toBe("waiting");
    expect(view(start("sub"), inside(), pause, start("sub"), inside()).nodes.sub?.status).toBe("running");
  });

  test("costs what the calls inside cost", () => {
    const run = view(start("sub"), inside(), call("sub/ask"), answered("sub/ask", 5));
    expect(run.nodes.sub).toMatchObject({ tokens: run.nodes["sub/ask"]?.tokens, cost: { micros: 5 } });
    expect(run.cost.micros).toBe(5);
  });
});
