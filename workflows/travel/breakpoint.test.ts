import { describe, expect, it } from "vitest";
import { interruptPayloadSchema } from "@/workflows/events/interrupt";
import { answerProblem } from "@/workflows/nodes/check-answer";
import { type Breakpoint, goOnOf, stopId, stopPayload, stopsOf } from "./breakpoint";

const breakpoints: Breakpoint[] = [
  { nodeId: "a", when: "before" },
  { nodeId: "b", when: "after" },
];

describe("where a run stops", () => {
  it("is its breakpoints", () => {
    expect(stopsOf(breakpoints, { mode: "continue" })).toEqual({ before: ["a"], after: ["b"] });
  });
  it("is the very next step", () => {
    expect(stopsOf(breakpoints, { mode: "step" })).toEqual({ before: "*", after: ["b"] });
  });
  it("is the node it runs to, beside its breakpoints", () => {
    expect(stopsOf(breakpoints, { mode: "to", nodeId: "c" })).toEqual({ before: ["a", "c"], after: ["b"] });
    expect(stopsOf(breakpoints, { mode: "to", nodeId: "a" }).before).toEqual(["a"]);
  });
});

describe("its pause", () => {
  const payload = stopPayload("Stopped.");
  it("is one that the inbox can hold, and takes the answers by which it goes on", () => {
    expect(interruptPayloadSchema.parse(payload)).toEqual(payload);
    for (const answer of ["continue", "step"]) expect(answerProblem(payload, { answer }, {})).toBeUndefined();
    expect(answerProblem(payload, { answer: "to", text: "c" }, {})).toBeUndefined();
    expect(answerProblem(payload, { answer: "yes" }, {})?.field).toBe("answer");
  });
  it("says by its answer how the run goes on", () => {
    expect(goOnOf({ answer: "step" })).toEqual({ mode: "step" });
    expect(goOnOf({ answer: "to", text: "c" })).toEqual({ mode: "to", nodeId: "c" });
    expect(goOnOf({ answer: "to" })).toEqual({ mode: "continue" });
    expect(goOnOf({ answer: "continue" })).toEqual({ mode: "continue" });
  });
  it("goes by its checkpoint, so that ids are in the order of time", () => {
    expect(stopId("1f1-2") > stopId("1f1-1")).toBe(true);
  });
});
