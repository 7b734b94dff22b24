import { describe, expect, it } from "vitest";
import { emptyView } from "@/workflows/events/project";
import type { RunView, Span } from "@/workflows/events/run-view";
import { checkpointOf, defaultState, lastVisit, seenState } from "./seen-state";

const span = (id: string, nodeId: string, input: Span["input"]): Span => ({
  id,
  kind: "node",
  name: nodeId,
  nodeId,
  status: "done",
  startedAt: 1,
  ...(input === undefined ? {} : { input }),
});

const view: RunView = {
  ...emptyView("run"),
  spans: [span("s1", "a", { x: 1 }), span("s2", "b", { x: 2 }), span("s3", "a", { x: 3 })],
  checkpoints: [
    { checkpointId: "c1", step: 0, ts: 1, next: ["a"] },
    { checkpointId: "c2", step: 1, ts: 2, next: ["b~", "c"] },
    { checkpointId: "c3", step: 2, ts: 3, next: ["a"] },
    { checkpointId: "c4", step: 3, ts: 4, next: [] },
  ],
};

describe("what a node saw", () => {
  it("is what its last visit began with", () => {
    expect(lastVisit(view, "a")?.id).toBe("s3");
    expect(checkpointOf(view, "a")?.checkpointId).toBe("c3");
    expect(checkpointOf(view, "b")?.checkpointId).toBe("c2");
    expect([lastVisit(view, "ghost"), checkpointOf(view, "ghost")]).toEqual([undefined, undefined]);
  });

  it("is the stored channels, and over them what it read", () => {
    expect(seenState({ x: 0, y: "y" }, { x: 3 })).toEqual({ x: 3, y: "y" });
    expect(seenState({ y: "y" }, undefined)).toEqual({ y: "y" });
  });

  it("is without a run what channels begin with", () => {
    expect(
      defaultState({
        name: { type: "string", reducer: "replace" },
        city: { type: "string", reducer: "replace", default: "Oslo" },
        messages: { type: "messages", reducer: "messages" },
      }),
    ).toEqual({ name: null, city: "Oslo", messages: [] });
  });
});
