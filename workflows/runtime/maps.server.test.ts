import { describe, expect, it } from "vitest";
import { branch, draw, end, map, node, start, text, trail } from "@/workflows/compile/testing/draw";
import type { RunView } from "@/workflows/events/run-view";
import { fakeHttp } from "@/workflows/testing/fake-services";
import { gist, timeless } from "./testing/gist";
import { type Cut, runInPieces, type Story } from "./testing/in-pieces";
import { ofListTemplates } from "./testing/stories";
import { ofMaps } from "./testing/stories-of-maps";

const never = Number.POSITIVE_INFINITY;
/** Every other process dies once it has stored so many checkpoints and results. */
const deaths = Array.from({ length: 16 }, (_, index): Cut => ({ kind: "killed", lives: [never, index + 1] }));

/** What runs in parallel may come in any order; whose text is shown is that of the entry that came last. */
function inOrder(view: RunView) {
  const { places: shown, pauses, ...more } = gist(view);
  const places = shown.map((place) => place.slice(0, 3));
  const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
  return timeless({ ...more, places: places.toSorted(byText), pauses: pauses.toSorted(byText) });
}

describe.each([...ofMaps, ...ofListTemplates])("a run of %s", (_, story) => {
  it("comes to the same end and looks the same when it changes the process after every step", async () => {
    const whole = await runInPieces(story, { kind: "never" });
    const cut = await runInPieces(story, { kind: "drained" });
    expect(cut.pieces).toBeGreaterThan(whole.pieces);
    expect(cut.state).toEqual(whole.state);
    expect(inOrder(cut.view)).toEqual(inOrder(whole.view));
  });

  it.each(deaths)("comes to the same end wherever processes die: %j", async (cut) => {
    const whole = await runInPieces(story, { kind: "never" });
    const run = await runInPieces(story, cut);
    expect(run.state).toEqual(whole.state);
    expect(inOrder(run.view)).toEqual(inOrder(whole.view));
  });
});

/** Two entries: one asks a person at once, the other makes three calls. `calls` holds what was fetched, in order. */
function askAndCall() {
  const calls: string[] = [];
  const called: number[] = [];
  const anything = { type: "any", reducer: "replace" } as const;
  const call = (name: string) => node("http", { url: `https://api.test/${name}`, output: "result" });
  const story: Story = {
    document: draw({
      channels: { entries: anything, results: trail },
      nodes: {
        start: start("entries"),
        map: map(
          {
            channels: { item: text, result: anything },
            nodes: {
              start: start("item"),
              pick: branch({ ask: 'item == "ask"' }),
              ask: node("human", { message: "?", answers: [{ id: "yes", label: "Yes", tone: "primary" }] }),
              a: call("a"),
              b: call("b"),
              c: call("c"),
              end: end("result"),
            },
            edges: [
              "start > pick",
              "pick.ask > ask",
              "pick.else > a",
              "ask.yes > end",
              "a > b",
              "b > c",
              "c > end",
            ],
          },
          "entries",
        ),
        end: end("results"),
      },
      edges: ["start > map", "map > end"],
    }),
    input: { entries: ["ask", "call"] },
    services: () => ({
      http: fakeHttp(({ url }) => {
        calls.push(new URL(url).pathname.slice(1));
        return { body: "1" };
      }),
    }),
    answer: () => {
      called.push(calls.length);
      return { answer: "yes" };
    },
  };
  return { calls, called, story };
}

describe("an entry that makes way while another waits for a person", () => {
  it("goes on in the next process, and not when that person has answered", async () => {
    const { calls, called, story } = askAndCall();
    const { pieces } = await runInPieces(story, { kind: "drained" });
    expect(calls).toEqual(["a", "b", "c"]);
    expect(called).toEqual([3]);
    expect(pieces).toBeGreaterThan(3);
  });
});
