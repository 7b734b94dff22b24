import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RunEvent } from "../event";
import { emptyView, project } from "../project";
import { StepViews } from "./step-views";
import { stepWords } from "./step-words";
import { longRun } from "./testing/long-run";

/** The fold without anything kept. */
function plain(events: readonly RunEvent[], index: number) {
  const ends = events.flatMap(({ type }, at) => (type === "checkpoint.saved" ? [at + 1] : []));
  return project(events.slice(0, ends[index]), emptyView("run_1"));
}

describe("a run at its steps", () => {
  const events = longRun(40);

  it("says what ran, what it wrote and what came next", () => {
    const { steps } = new StepViews("run_1", events);
    expect(steps).toHaveLength(41);
    expect(steps[0]).toMatchObject({ step: 0, writes: [], next: ["n0"] });
    expect(steps[1]).toMatchObject({
      step: 1,
      writes: [{ nodeId: "n0", visit: 1, port: "out", channels: ["trail"] }],
      next: ["n1"],
    });
    expect(steps.at(-1)?.next).toEqual([]);
  });

  it("has only done what was done by then", () => {
    const view = new StepViews("run_1", events).at(2);
    expect(view?.nodes).toMatchObject({ n0: { status: "done" }, n1: { status: "done" } });
    expect(Object.keys(view?.nodes ?? {})).toEqual(["n0", "n1"]);
    expect(view?.edges).toEqual({ e0: 1, e1: 1 });
    expect(view?.status).toBe("running");
  });

  it("is the same fold in whatever order steps are looked at, and knows no others", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 12 }), (indices) => {
        const views = new StepViews("run_1", events);
        for (const index of indices) expect(views.at(index)).toEqual(plain(events, index));
      }),
      { numRuns: 40 },
    );
    expect(new StepViews("run_1", events).at(41)).toBeUndefined();
    expect(new StepViews("run_1", []).at(0)).toBeUndefined();
  });

  it("knows after which step a visit began", () => {
    const views = new StepViews("run_1", longRun(120));
    expect(views.before("n0", 1)?.step).toBe(0);
    expect(views.before("n3", 2)?.step).toBe(53);
    expect(views.before("n3", 4)).toBeUndefined();
    expect(views.before("nowhere", 1)).toBeUndefined();
  });

  it("counts a state that is stored twice once", () => {
    const last = events.findLast(({ type }) => type === "checkpoint.saved");
    if (!last) throw new Error("no checkpoint");
    const again = { ...last, seq: events.length + 1 };
    expect(new StepViews("run_1", [...events, again]).steps).toHaveLength(41);
  });
});

it("moves over 500 steps in under 50 ms each, cold, forwards, backwards and at random", () => {
  const events = longRun(500);
  const orders = [
    [500, 0, 250, 499, 1],
    Array.from({ length: 501 }, (_, at) => at),
    Array.from({ length: 501 }, (_, at) => 500 - at),
  ];
  for (const order of orders) {
    const views = new StepViews("run_1", events);
    const slowest = order.map((index) => {
      const since = performance.now();
      views.at(index);
      return performance.now() - since;
    });
    expect(slowest.toSorted((a, b) => a - b)[Math.floor(slowest.length * 0.95)]).toBeLessThan(50);
  }
});

it("is told in words", () => {
  const titleOf = (id: string) => id.toUpperCase();
  const write = (nodeId: string) => ({ nodeId, visit: 1, port: "out", channels: [] });
  expect(stepWords({ step: 3, writes: [write("a"), write("a"), write("b")], next: ["c"] }, titleOf)).toEqual({
    name: "Step 3",
    ran: "A, B",
    next: "C",
  });
  expect(stepWords({ step: -1, writes: [], next: ["__start__"] }, titleOf)).toEqual({
    name: "Input",
    ran: "nothing has run",
    next: "the first nodes",
  });
  expect(stepWords({ step: 4, writes: [], next: [] }, titleOf).next).toBe("nothing");
});
