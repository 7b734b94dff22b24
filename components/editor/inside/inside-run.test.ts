import "@/components/node-types/with-registry";
import { describe, expect, it } from "vitest";
import { createStore } from "zustand/vanilla";
import type { RunFeed, RunFeedState } from "@/components/realtime/run-feed";
import { draw, end, mark, start, subgraph, trail } from "@/workflows/compile/testing/draw";
import type { RunEvent } from "@/workflows/events/event";
import { emptyView, project } from "@/workflows/events/project";
import { runInside } from "./inside-run";

const inner = {
  channels: { trail },
  nodes: { start: start(), a: mark("a"), end: end("trail") },
  edges: ["start > a", "a > end"],
};
const document = draw({
  channels: { trail },
  nodes: { start: start(), a: mark("a"), sub: subgraph(inner), end: end() },
  edges: ["start > a", "a > sub", "sub > end"],
});

const at = (node: string, seq: number) => ({ runId: "r", seq, ts: seq, ns: [], node, visit: 1 });
const visit = (node: string, seq: number, edgeId: string): RunEvent[] => [
  {
    ...at(node, seq),
    type: "node.started",
    data: { spanId: `${node}#1`, taskId: node },
  },
  {
    ...at(node, seq + 1),
    type: "node.finished",
    data: { spanId: `${node}#1`, port: "out", edgeIds: [edgeId], update: {} },
  },
];

function feed(events: RunEvent[]): RunFeed {
  const store = createStore<RunFeedState>()(() => ({
    runId: "r",
    status: "live",
    error: null,
    run: null,
    view: project(events, emptyView("r")),
    document,
  }));
  return { store, open: () => () => {}, retry: () => {} };
}

describe("a run looked at inside a subgraph", () => {
  const all = feed([...visit("a", 1, "e1"), ...visit("sub/a", 3, "sub/e1")]);
  const inside = runInside(all, "sub");

  it("shows what happened there under the names it has there, and nothing else", () => {
    const { view, document: graph } = inside.store.getState();
    expect(view?.nodes).toEqual({ a: all.store.getState().view?.nodes["sub/a"] });
    expect(view?.edges).toEqual({ e1: 1 });
    expect(view?.spans.map(({ id, nodeId }) => [id, nodeId])).toEqual([["sub/a#1", "a"]]);
    expect(Object.keys(graph?.nodes ?? {})).toEqual(["start", "a", "end"]);
  });

  it("stays the same object until the run goes on, and then tells of it", () => {
    expect(inside.store.getState()).toBe(inside.store.getState());
    const told: (string | undefined)[] = [];
    const stop = inside.store.subscribe(({ status }, before) => told.push(before.status, status));
    all.store.setState({ status: "ended" });
    stop();
    expect(told).toEqual(["live", "ended"]);
  });
});
