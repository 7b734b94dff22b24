import { describe, expect, it } from "vitest";
import { emptyView } from "@/workflows/events/project";
import type { RunView, Span } from "@/workflows/events/run-view";
import { spanAround } from "./span-around";

const span = (
  id: string,
  startedAt: number,
  endedAt: number | undefined,
  more: Partial<Span> = {},
): Span => ({
  id,
  kind: "node",
  name: id,
  nodeId: id.split("#")[0] ?? id,
  status: "done",
  startedAt,
  ...(endedAt !== undefined && { endedAt }),
  ...more,
});
const ask = span("ask#1", 10, 20);
const call = span("call", 12, 18, { kind: "model", parentId: "ask#1" });
const write = span("write#1", 21, 30);
const view: RunView = {
  ...emptyView("run_1"),
  spans: [ask, call, write],
  checkpoints: [
    { checkpointId: "c0", step: 0, ts: 9, next: ["ask"] },
    { checkpointId: "c1", step: 1, ts: 20, next: ["write"] },
    { checkpointId: "c2", step: 2, ts: 31, next: [] },
  ],
  logs: [
    { ts: 11, level: "info", message: "mine", nodeId: "ask", spanId: "ask#1" },
    { ts: 22, level: "info", message: "other", nodeId: "write", spanId: "write#1" },
  ],
  interrupts: [
    {
      id: "i1",
      nodeId: "write",
      visit: 1,
      spanId: "write#1",
      startedAt: 25,
      payload: { message: "Sure?", answers: [], allowText: true },
    },
  ],
};

describe("around a span", () => {
  it("stands the visit that it belongs to, with what that wrote to the log", () => {
    expect(spanAround(view, call)).toMatchObject({
      visit: { id: "ask#1" },
      logs: [{ message: "mine" }],
      pauses: [],
    });
  });

  it("stand the states before and after its step", () => {
    expect(spanAround(view, ask).step).toMatchObject({
      before: { checkpointId: "c0" },
      after: { checkpointId: "c1" },
    });
    expect(spanAround(view, write).step).toMatchObject({
      before: { checkpointId: "c1" },
      after: { checkpointId: "c2" },
    });
  });

  it("stands no state for what runs inside a step, or still runs", () => {
    expect(spanAround(view, call).step).toBeUndefined();
    expect(spanAround(view, span("late#1", 40, undefined)).step).toBeUndefined();
    expect(spanAround(view, span("inner#1", 12, 15, { parentId: "ask#1" })).step).toBeUndefined();
  });

  it("stand its pauses", () => {
    expect(spanAround(view, write).pauses.map(({ id }) => id)).toEqual(["i1"]);
  });
});
