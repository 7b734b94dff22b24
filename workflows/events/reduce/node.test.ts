import { describe, expect, it } from "vitest";
import { finish, pause, problem, type Step, start, view } from "../testing/steps";

const failed = (node: string, { visit = 1, willRetry = false } = {}): Step => ({
  type: "node.failed",
  data: { spanId: `${node}:${visit}`, problem, attempt: 1, willRetry },
  node,
  visit,
});
const answer = (text: string, interruptId = "i1"): Step => ({
  type: "interrupt.answered",
  data: { interruptId, answer: { answer: text } },
});
const pinned = (node: string): Step => ({
  type: "node.finished",
  data: { spanId: `${node}:1`, port: "out", edgeIds: ["e1"], update: {}, pinned: true },
  node,
  visit: 1,
});

describe("the visits of a node", () => {
  it.each<[string, number[], number]>([
    ["in order", [1, 2, 3], 3],
    ["out of order", [2, 1], 2],
    ["one of them again", [1, 1, 1], 1],
    ["as far as they are known", [4], 4],
  ])("count by their numbers: %s", (_, visits, count) => {
    const seen = view(...visits.map((visit) => start("a", visit)));
    expect(seen.nodes.a?.visits).toBe(count);
    expect(seen.spans).toHaveLength(new Set(visits).size);
  });

  it("end without a beginning, in no time, and take their edges", () => {
    const seen = view(finish("a", 1, ["e1"]));
    expect(seen.nodes.a).toMatchObject({ status: "done", ms: 0 });
    expect([seen.spans, seen.edges]).toEqual([[], { e1: 1 }]);
  });

  it("keep the edges that the visits before took when one of them is made again", () => {
    const twice = [start("a"), finish("a", 1, ["e1"]), start("a", 2), finish("a", 2, ["e1", "e2"])];
    expect(view(...twice, start("a", 2)).edges).toEqual({ e1: 1 });
  });

  it("name the place they stand in and what they were given", () => {
    const given: Step = {
      type: "node.started",
      data: { spanId: "sub/a:2", parentSpanId: "sub:1", taskId: "t", input: { q: 1 } },
      node: "sub/a",
      visit: 2,
    };
    expect(view(given).spans).toEqual([
      {
        id: "sub/a:2",
        parentId: "sub:1",
        kind: "node",
        name: "sub/a",
        nodeId: "sub/a",
        visit: 2,
        status: "running",
        startedAt: 0,
        input: { q: 1 },
      },
    ]);
  });
});

describe("attempts", () => {
  it("are one visit that lasts from the first to the last", () => {
    const again = [failed("a", { willRetry: true }), start("a")];
    const seen = view(start("a"), ...again, ...again, finish("a"));
    expect(seen.nodes.a).toMatchObject({ status: "done", visits: 1, ms: 50 });
    expect(seen.spans).toMatchObject([{ status: "done", startedAt: 0, endedAt: 50 }]);
    expect(seen.spans[0]).not.toHaveProperty("problem");
  });

  it("show since when the visit lasts, not the attempt", () => {
    const seen = view(start("b"), start("a"), failed("a", { willRetry: true }), start("a"));
    expect(seen.nodes.a).toMatchObject({ status: "running", startedAt: 10 });
  });

  it("that failed for good count their time and leave nothing at work", () => {
    const seen = view(start("a"), failed("a", { willRetry: true }), start("a"), failed("a"));
    expect(seen.nodes.a).toMatchObject({ status: "failed", ms: 30, problem });
    expect(seen.nodes.a).not.toHaveProperty("startedAt");
    expect(seen.spans).toMatchObject([{ status: "failed", endedAt: 30, problem }]);
  });
});

describe("visits of a node side by side", () => {
  it.each<[string, Step[], string]>([
    ["one has failed", [failed("a")], "running"],
    ["one has failed and the other is done", [failed("a"), finish("a", 2)], "done"],
    ["one is done and the other has failed", [finish("a"), failed("a", { visit: 2 })], "failed"],
  ])("show what is left where %s", (_, steps, status) => {
    const node = view(start("a"), start("a", 2), ...steps).nodes.a;
    expect(node?.status).toBe(status);
    expect(node?.startedAt).toBe(status === "running" ? 10 : undefined);
    expect(node?.problem).toEqual(problem);
  });

  it("add up their times, each on its own", () => {
    expect(view(start("a"), start("a", 2), finish("a"), finish("a", 2)).nodes.a?.ms).toBe(20 + 20);
  });
});

describe("a pinned visit", () => {
  it("says that the node did not run", () => {
    expect(view(start("a"), pinned("a"))).toMatchObject({ spans: [{ pinned: true }], edges: { e1: 1 } });
  });

  it.each<[string, Step[]]>([
    ["begins again", [start("a")]],
    ["ends again on its own", [finish("a", 1, ["e1"])]],
  ])("is pinned no more when it %s", (_, again) => {
    expect(view(start("a"), pinned("a"), ...again).spans[0]).not.toHaveProperty("pinned");
  });
});

describe("a pause", () => {
  it("that is asked again after its answer is a new one, which takes the next answer", () => {
    const first = [start("a"), pause("a"), answer("no"), start("a"), pause("a")];
    expect(view(...first).interrupts.map((each) => each.answer?.answer)).toEqual(["no", undefined]);
    const both = view(...first, answer("yes")).interrupts;
    expect(both.map((each) => each.answer?.answer)).toEqual(["no", "yes"]);
  });

  it("takes no answer meant for another", () => {
    expect(view(start("a"), pause("a"), answer("yes", "i2")).interrupts[0]).not.toHaveProperty("answer");
  });

  it("is asked even where the visit that asks is not known", () => {
    const seen = view(pause("a"));
    expect(seen.interrupts).toMatchObject([{ id: "i1", nodeId: "a", visit: 1, startedAt: 0 }]);
    expect(seen.nodes).toEqual({});
  });
});
