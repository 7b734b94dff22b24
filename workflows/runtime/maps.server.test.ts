import { describe, expect, it } from "vitest";
import type { RunView } from "@/workflows/events/run-view";
import { gist, timeless } from "./testing/gist";
import { type Cut, runInPieces } from "./testing/in-pieces";
import { ofMaps } from "./testing/stories-of-maps";

const never = Number.POSITIVE_INFINITY;
/** Every other process dies once it has stored so many checkpoints and results. */
const deaths = Array.from({ length: 16 }, (_, index): Cut => ({ kind: "killed", lives: [never, index + 1] }));

/** What runs in parallel may come in any order. */
function inOrder(view: RunView) {
  const { places, pauses, ...more } = gist(view);
  const byText = (one: unknown, other: unknown) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
  return timeless({ ...more, places: places.toSorted(byText), pauses: pauses.toSorted(byText) });
}

describe.each(ofMaps)("a run of %s", (_, story) => {
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
