import { describe, expect, it } from "vitest";
import { calledUsage } from "../called-usage";
import { type Step, view } from "../testing/steps";

const start = (node: string): Step => ({
  type: "node.started",
  data: { spanId: `${node}:1`, taskId: "t" },
  node,
  visit: 1,
});
const called = (runId: string, parentSpanId = "a:1"): Step => ({
  type: "child.started",
  data: { spanId: runId, parentSpanId, runId, agentId: "agt", agentName: "Helper", version: 2 },
  node: "a",
  visit: 1,
});
const used = (costMicros: number) => ({
  tokens: { input: 3, output: 4, cached: 1 },
  costMicros,
  unknownCostCalls: 1,
});
const ended = (runId: string, costMicros = 5): Step => ({
  type: "child.ended",
  data: { spanId: runId, runId, status: "success", output: { answer: 42 }, used: used(costMicros) },
  node: "a",
  visit: 1,
});
const failed = (runId: string): Step => ({
  type: "child.ended",
  data: {
    spanId: runId,
    runId,
    status: "error",
    problem: { code: "node_failed", message: "No" },
    used: used(1),
  },
  node: "a",
  visit: 1,
});
const pause = (childRunId: string): Step => ({
  type: "node.interrupted",
  data: {
    spanId: "a:1",
    interruptId: "i1",
    payload: { kind: "child", message: "", answers: [], allowText: false, childRunId },
  },
  node: "a",
  visit: 1,
});
const tool = (spanId: string): Step => ({
  type: "tool.started",
  data: { spanId, parentSpanId: "a:1", name: "ask_helper", args: {}, toolCallId: "c1" },
  node: "a",
  visit: 1,
});

describe("a called run", () => {
  it("is a span below its caller, with what it gave and used", () => {
    expect(view(start("a"), called("r1"), ended("r1")).spans[1]).toMatchObject({
      id: "r1",
      parentId: "a:1",
      kind: "run",
      name: "Helper",
      run: { id: "r1", agentId: "agt", version: 2 },
      status: "done",
      startedAt: 10,
      endedAt: 20,
      output: { answer: 42 },
      used: used(5),
    });
  });

  it("that failed says why", () => {
    expect(view(start("a"), called("r1"), failed("r1")).spans[1]).toMatchObject({
      status: "failed",
      problem: { message: "No" },
    });
  });

  it("is one span however often its caller runs again, and ends when it was first known to", () => {
    const again = [start("a"), called("r1"), ended("r1")];
    const { spans } = view(...again, ...again);
    expect(spans.filter(({ kind }) => kind === "run")).toMatchObject([{ startedAt: 10, endedAt: 20 }]);
  });

  it("waits while its caller does, alone of those called", () => {
    const { spans } = view(start("a"), called("r1"), ended("r1"), called("r2"), pause("r2"));
    expect(spans.map(({ id, status }) => `${id} ${status}`)).toEqual([
      "a:1 waiting",
      "r1 done",
      "r2 waiting",
    ]);
  });

  it("that is not known to have begun changes nothing by its end", () => {
    expect(view(start("a"), ended("r9")).spans).toHaveLength(1);
  });
});

describe("a tool call that waits for a called run", () => {
  it("goes on as the same call when it is made again", () => {
    const { spans } = view(
      start("a"),
      tool("t1"),
      called("r1", "t1"),
      pause("r1"),
      start("a"),
      tool("t2"),
      called("r1", "t2"),
      ended("r1"),
    );
    expect(spans.map(({ id, parentId, status }) => [id, parentId, status])).toEqual([
      ["a:1", undefined, "running"],
      ["t2", "a:1", "running"],
      ["r1", "t2", "done"],
    ]);
    expect(spans[1]?.startedAt).toBe(10);
  });

  it("is another call where the first does not wait", () => {
    expect(view(start("a"), tool("t1"), tool("t2")).spans).toHaveLength(3);
  });
});

describe("what called runs used", () => {
  it("is counted once for each that has ended, apart from the run's own", () => {
    const seen = view(
      start("a"),
      called("r1"),
      ended("r1", 5),
      ended("r1", 5),
      called("r2"),
      ended("r2", 7),
      called("r3"),
    );
    expect(calledUsage(seen)).toEqual({
      runs: 3,
      tokens: { input: 6, output: 8, cached: 2 },
      cost: { micros: 12, unknownCalls: 2 },
    });
    expect(seen.cost).toEqual({ micros: 0, unknownCalls: 0 });
  });
});
