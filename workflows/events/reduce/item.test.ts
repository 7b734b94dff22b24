import { describe, expect, it } from "vitest";
import type { EventBody } from "../event";
import { itemCounts } from "../item-counts";
import { problem, type Step, view } from "../testing/steps";
import { itemId, nodeSpanId, visitPlace } from "../visit-place";

const count = 3;
const scope = (index: number, visit = 1) => itemId("map", visit, index);
const start = (visit = 1): Step => ({
  type: "node.started",
  data: { spanId: nodeSpanId("map", visit), taskId: `t${visit}` },
  node: "map",
  visit,
});
const at = (body: EventBody, visit = 1): Step => ({ ...body, node: "map", visit });
const begin = (index: number, visit = 1) =>
  at(
    {
      type: "item.started",
      data: {
        spanId: scope(index, visit),
        parentSpanId: nodeSpanId("map", visit),
        index,
        count,
        label: `No. ${index}`,
      },
    },
    visit,
  );
const end = (index: number, visit = 1) =>
  at({ type: "item.finished", data: { spanId: scope(index, visit), output: index } }, visit);
const fail = (index: number) => at({ type: "item.failed", data: { spanId: scope(index), problem } });

const place = (index: number, node = "map/ask") => ({ node, visit: 1, ns: [scope(index)] });
const spanOf = (index: number, node = "map/ask") => nodeSpanId(visitPlace([scope(index)], node), 1);
const inner = (index: number, node?: string): Step => ({
  type: "node.started",
  data: { spanId: spanOf(index, node), parentSpanId: scope(index), taskId: `i${index}${node}` },
  ...place(index, node),
});
const done = (index: number): Step => ({
  type: "node.finished",
  data: { spanId: spanOf(index), port: "out", edgeIds: [], update: {} },
  ...place(index),
});
const broke = (index: number): Step => ({
  type: "node.failed",
  data: { spanId: spanOf(index), problem, attempt: 1, willRetry: false },
  ...place(index),
});
const ask = (index: number): Step => ({
  type: "node.interrupted",
  data: {
    spanId: spanOf(index),
    interruptId: `p${index}`,
    payload: { message: "?", answers: [], allowText: false },
  },
  ...place(index),
});
const paused = (...indices: number[]): Step => ({
  type: "run.interrupted",
  data: { interruptIds: indices.map((index) => `p${index}`) },
});

describe("the entries of a list", () => {
  it("are spans below the visit, with what they came to", () => {
    const { spans } = view(start(), begin(0), begin(2), end(2));
    expect(spans.slice(1)).toMatchObject([
      {
        kind: "item",
        id: "map#1[0]",
        parentId: "map#1",
        name: "No. 0",
        status: "running",
        item: { index: 0, count },
      },
      { kind: "item", id: "map#1[2]", status: "done", output: 2, nodeId: "map", visit: 1 },
    ]);
  });

  it.each<[string, Step[], object | undefined]>([
    ["of none", [start()], undefined],
    [
      "of some",
      [start(), begin(0), begin(1), begin(2), end(0), fail(2)],
      { count, running: 1, done: 1, waiting: 0, failed: 1 },
    ],
    [
      "of those that wait for people",
      [start(), begin(0), inner(0), ask(0), begin(1), end(1), paused(0)],
      { count, running: 0, done: 1, waiting: 1, failed: 0 },
    ],
    [
      "of those that go on after a pause",
      [start(), begin(0), inner(0), ask(0), paused(0), start(), begin(0)],
      { count, running: 1, done: 0, waiting: 0, failed: 0 },
    ],
    [
      "of the last visit alone",
      [start(), begin(0), end(0), begin(1), end(1), start(2), begin(0, 2)],
      { count, running: 1, done: 0, waiting: 0, failed: 0 },
    ],
  ])("are counted: %s", (_, steps, counts) => {
    expect(itemCounts(view(...steps), "map")).toEqual(counts);
  });

  it("are counted together where several lists are gone through at once", () => {
    const nested = (outer: number, index: number): Step => ({
      type: "item.started",
      data: {
        spanId: visitPlace([scope(outer)], itemId("map/deep", 1, index)),
        index,
        count: outer + 1,
        label: "",
      },
      node: "map/deep",
      visit: 1,
      ns: [scope(outer)],
    });
    expect(itemCounts(view(nested(0, 0), nested(1, 0), nested(1, 1)), "map/deep")).toMatchObject({
      count: 3,
      running: 3,
    });
  });
});

describe("a node that runs for several entries at once", () => {
  it("counts all its visits", () => {
    const { nodes } = view(inner(0), inner(1), done(1), inner(2));
    expect(nodes["map/ask"]).toMatchObject({ visits: 3, status: "running" });
  });

  it("has failed if it failed for one of them, whichever came last", () => {
    for (const steps of [
      [broke(0), done(1)],
      [done(1), broke(0)],
    ]) {
      expect(view(inner(0), inner(1), ...steps).nodes["map/ask"]?.status).toBe("failed");
    }
  });

  it("waits in each visit that a person is asked in, and in no other", () => {
    const { spans, interrupts } = view(
      start(),
      begin(0),
      inner(0),
      begin(1),
      inner(1),
      ask(1),
      done(0),
      paused(1),
    );
    const status = Object.fromEntries(spans.map(({ id, status: is }) => [id, is]));
    expect(status).toEqual({
      "map#1": "waiting",
      "map#1[0]": "running",
      "map#1[1]": "waiting",
      [spanOf(0)]: "done",
      [spanOf(1)]: "waiting",
    });
    expect(interrupts).toMatchObject([{ id: "p1", nodeId: "map/ask", visit: 1, spanId: spanOf(1) }]);
  });

  it("shows the words of one as long as that one is at work", () => {
    const call = (index: number): Step => ({
      type: "model.started",
      data: { spanId: `m${index}`, parentSpanId: spanOf(index), provider: "p", model: "m", messages: [] },
      ...place(index),
    });
    const say = (index: number, text: string): Step => ({
      type: "model.delta",
      data: { spanId: `m${index}`, text },
      ...place(index),
    });
    const both = [inner(0), inner(1), call(0), call(1), say(0, "One"), say(1, "Two"), say(0, " more")];
    expect(view(...both).nodes["map/ask"]?.text).toBe("One more");
    const next = view(...both, done(0), inner(2), call(2), say(2, "Three"));
    expect(next.nodes["map/ask"]?.text).toBe("Three");
    expect(next.spans.find(({ id }) => id === "m1")?.text).toBe("Two");
  });
});

describe("an entry that fails", () => {
  it("ends what still ran for it, and nothing else", () => {
    const { spans, nodes } = view(
      start(),
      begin(0),
      inner(0),
      inner(0, "map/beside"),
      begin(1),
      inner(1, "map/beside"),
      fail(0),
    );
    const status = Object.fromEntries(spans.map(({ id, status: is }) => [id, is]));
    expect(status).toMatchObject({
      "map#1": "running",
      "map#1[0]": "failed",
      [spanOf(0)]: "failed",
      [spanOf(0, "map/beside")]: "failed",
      [spanOf(1, "map/beside")]: "running",
    });
    expect([nodes["map/ask"]?.status, nodes["map/beside"]?.status]).toEqual(["failed", "running"]);
  });

  it("is taken up again where it is tried once more", () => {
    const { spans } = view(start(), begin(0), fail(0), start(), begin(0));
    expect(spans[1]).toMatchObject({ status: "running" });
    expect(spans[1]).not.toHaveProperty("problem");
  });
});
