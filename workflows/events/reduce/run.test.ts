import { describe, expect, it } from "vitest";
import { call, finish, pause, problem, type Step, start, view } from "../testing/steps";

const checkpoint: Step = { type: "checkpoint.saved", data: { checkpointId: "c", step: 1, next: [] } };
const finished: Step = { type: "run.finished", data: { output: 1 } };
const cancelled: Step = { type: "run.cancelled", data: {} };
const failed: Step = { type: "run.failed", data: { status: "error", problem } };
const recovered: Step = { type: "run.resumed", data: { reason: "recovered" } };
const tool: Step = {
  type: "tool.started",
  data: { spanId: "t", parentSpanId: "a:1", name: "add", args: [1] },
  node: "a",
  visit: 2,
};

describe("a run that is over", () => {
  const ends = { finished, cancelled, failed };
  const late: [string, Step][] = [
    ["a node that starts", start("late")],
    ["a checkpoint", checkpoint],
  ];
  it.each(
    Object.entries(ends).flatMap(([name, end]) => late.map(([what, step]) => ({ name, end, what, step }))),
  )("stays $name in spite of $what", ({ end, step }) => {
    const before = view(start("a"), end);
    const after = view(start("a"), end, step);
    expect([after.status, after.endedAt]).toEqual([before.status, 10]);
  });
});

it("shows a state once that is stored again", () => {
  const again: Step = { type: "checkpoint.saved", data: { checkpointId: "d", step: 2, next: [] } };
  const { checkpoints } = view(checkpoint, again, again);
  expect(checkpoints.map(({ checkpointId, ts }) => [checkpointId, ts])).toEqual([
    ["c", 0],
    ["d", 10],
  ]);
});

describe("a run that stops", () => {
  it.each<[Step, string]>([
    [cancelled, "The run was stopped."],
    [{ type: "run.cancelled", data: { by: "Ada" } }, "The run was stopped by Ada."],
    [failed, "It broke."],
    [recovered, "The server stopped here. The run went on from its last checkpoint."],
  ])("tells everything at work why: %j", (end, message) => {
    const { nodes, spans } = view(start("a"), call("a"), end);
    expect([nodes.a?.problem?.message, ...spans.map((span) => span.problem?.message)]).toEqual(
      Array.from({ length: 3 }, () => message),
    );
    expect(nodes.a).not.toHaveProperty("startedAt");
  });

  it("leaves what has ended before as it was", () => {
    const broke: Step = {
      type: "node.failed",
      data: { spanId: "b:1", problem: { code: "x", message: "Mine." }, attempt: 1, willRetry: false },
      node: "b",
      visit: 1,
    };
    const steps = [start("a"), start("b"), finish("a"), broke];
    const { nodes, spans } = view(...steps);
    expect(view(...steps, cancelled)).toMatchObject({ nodes, spans });
  });

  it("goes on at a visit that was cut off as if it had never stopped", () => {
    const seen = view(start("a"), recovered, start("a"), finish("a"));
    expect(seen.spans).toMatchObject([{ id: "a:1", status: "done", endedAt: 30 }]);
    expect(seen.spans[0]).not.toHaveProperty("problem");
    expect(seen.nodes.a).toMatchObject({ status: "done", visits: 1, ms: 30 });
  });
});

describe("a slice that ends at pauses", () => {
  const interrupted = (...interruptIds: string[]): Step => ({
    type: "run.interrupted",
    data: { interruptIds },
  });

  it("makes wait the visit that asked, no other of the same node", () => {
    const seen = view(start("a"), start("a", 2), pause("a"), start("a"), interrupted("i1"));
    expect(seen.spans.map(({ id, status }) => [id, status])).toEqual([
      ["a:1", "waiting"],
      ["a:2", "running"],
    ]);
  });

  it("makes wait all the subgraphs around it, and nothing beside them", () => {
    const inside = (node: string, parentSpanId: string): Step => ({
      type: "node.started",
      data: { spanId: `${node}:1`, parentSpanId, taskId: "t" },
      node,
      visit: 1,
    });
    const steps = [start("s"), inside("s/t", "s:1"), inside("s/t/ask", "s/t:1"), inside("s/t/b", "s/t:1")];
    const { nodes } = view(...steps, pause("s/t/ask"), ...steps, interrupted("i1"));
    const waits = Object.keys(nodes).filter((id) => nodes[id]?.status === "waiting");
    expect(waits).toEqual(["s", "s/t", "s/t/ask"]);
  });

  it("is interrupted even where a pause is not known", () => {
    expect(view(start("a"), interrupted("i9"))).toMatchObject({
      status: "interrupted",
      nodes: { a: { status: "running" } },
    });
  });
});

describe("a tool call", () => {
  it("stands under its visit, and its failure is its own", () => {
    const seen = view(start("a"), tool, { type: "tool.failed", data: { spanId: "t", problem } });
    expect(seen.spans[1]).toMatchObject({ parentId: "a:1", nodeId: "a", visit: 2, input: [1] });
    expect(seen.spans[1]).toMatchObject({ status: "failed", endedAt: 20, problem });
    expect(seen.nodes.a?.status).toBe("running");
  });

  it.each<Step>([
    { type: "tool.finished", data: { spanId: "t", result: 1 } },
    { type: "tool.failed", data: { spanId: "t", problem } },
  ])("that never began ends without a trace: $type", (end) => {
    expect(view(start("a"), end).spans).toMatchObject([{ id: "a:1", status: "running" }]);
  });
});
