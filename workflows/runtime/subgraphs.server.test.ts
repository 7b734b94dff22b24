import { describe, expect, it } from "vitest";
import { draw, end, node, start, subgraph, trail } from "@/workflows/compile/testing/draw";
import type { RunView } from "@/workflows/events/run-view";
import { fakeHttp } from "@/workflows/testing/fake-services";
import { gist, timeless } from "./testing/gist";
import { type Cut, runInPieces, type Story } from "./testing/in-pieces";
import { ofSubgraphs } from "./testing/stories-of-subgraphs";

const never = Number.POSITIVE_INFINITY;
/** Every other process dies once it has stored so many checkpoints and results. */
const deaths = Array.from({ length: 14 }, (_, index): Cut => ({ kind: "killed", lives: [never, index + 1] }));

/** What runs in parallel may come in any order. */
function inOrder(view: RunView) {
  const { places, pauses, ...more } = gist(view);
  const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
  return timeless({ ...more, places: places.toSorted(byText), pauses: pauses.toSorted(byText) });
}

describe.each(ofSubgraphs)("a run of %s", (_, story) => {
  it("comes to the same end and looks the same when it changes the process after every step", async () => {
    const whole = await runInPieces(story, { kind: "never" });
    const cut = await runInPieces(story, { kind: "drained" });
    expect(cut.pieces).toBeGreaterThan(whole.pieces);
    expect(timeless({ ...cut, pieces: "any" })).toEqual(timeless({ ...whole, pieces: "any" }));
  });

  it.each(deaths)("comes to the same end wherever processes die: %j", async (cut) => {
    const whole = await runInPieces(story, { kind: "never" });
    const run = await runInPieces(story, cut);
    expect(run.state).toEqual(whole.state);
    expect(inOrder(run.view)).toEqual(inOrder(whole.view));
  });
});

/** Calls and a pause inside a subgraph, along these edges. `calls` holds what was fetched, in order. */
function callsAlong(edges: string[]) {
  const calls: string[] = [];
  const http = fakeHttp(({ url }) => {
    calls.push(new URL(url).pathname.slice(1));
    return { body: "1" };
  });
  const call = (name: string) => node("http", { url: `https://api.test/${name}`, output: "got" });
  const ask = node("human", { message: "?", answers: [{ id: "yes", label: "Yes", tone: "primary" }] });
  const story: Story = {
    document: draw({
      channels: { trail },
      nodes: {
        start: start(),
        sub: subgraph(
          {
            channels: { got: { type: "any", reducer: "append" } },
            nodes: {
              start: start(),
              a: call("a"),
              b: call("b"),
              ask,
              c: call("c"),
              d: call("d"),
              end: end(),
            },
            edges,
          },
          [],
          ["got > trail"],
        ),
        end: end("trail"),
      },
      edges: ["start > sub", "sub > end"],
    }),
    input: {},
    services: () => ({ http }),
    answer: () => ({ answer: "yes" }),
  };
  return { calls, story };
}

/** Four calls, the third behind a pause. */
const fourCalls = () => callsAlong(["start > a", "a > b", "b > ask", "ask.yes > c", "c > d", "d > end"]);

describe("a node inside a subgraph that has finished", () => {
  it.each<Cut>([{ kind: "never" }, { kind: "drained" }])(
    "is not run again when another beside it had paused: %j",
    async (cut) => {
      const { calls, story } = callsAlong(["start > a", "start > ask", "ask.yes > c", "a > end", "c > end"]);
      const { state } = await runInPieces(story, cut);
      expect(calls).toEqual(["a", "c"]);
      expect(state).toEqual({ trail: [1, 1] });
    },
  );

  it.each<Cut>([{ kind: "never" }, { kind: "drained" }])(
    "is not run again after a pause: %j",
    async (cut) => {
      const { calls, story } = fourCalls();
      const { state } = await runInPieces(story, cut);
      expect(calls).toEqual(["a", "b", "c", "d"]);
      expect(state).toEqual({ trail: [1, 1, 1, 1] });
    },
  );

  it.each(deaths)("is not run again once its result is stored, wherever processes die: %j", async (cut) => {
    const { calls, story } = fourCalls();
    const { state, pieces } = await runInPieces(story, cut);
    expect(state).toEqual({ trail: [1, 1, 1, 1] });
    expect(calls).toEqual(calls.toSorted());
    // Each death loses what was running then, and no more.
    expect(calls.length - 4).toBeLessThanOrEqual(Math.ceil(pieces / 2));
  });
});
