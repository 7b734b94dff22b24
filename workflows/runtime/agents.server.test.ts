import { describe, expect, it } from "vitest";
import { gist, timeless } from "./testing/gist";
import { runInPieces } from "./testing/in-pieces";
import { ofAgents } from "./testing/stories-of-agents";

describe.each(ofAgents)("a run of %s", (_, story) => {
  it("comes to the same end and looks the same when it changes the process after every step", async () => {
    const whole = await runInPieces(story, { kind: "never" });
    const cut = await runInPieces(story, { kind: "drained" });
    expect(timeless({ ...cut, pieces: "any" })).toEqual(timeless({ ...whole, pieces: "any" }));
  });

  // An answer is written down for the run, for the loop inside the visit and for the call, before anything is done.
  it.each([[[5]], [[1, 6]], [[2, 3, 7]]])(
    "comes to the same end when processes die after %j writes",
    async (lives) => {
      const whole = await runInPieces(story, { kind: "never" });
      const cut = await runInPieces(story, { kind: "killed", lives });
      expect(timeless(cut.state)).toEqual(timeless(whole.state));
      expect(timeless(cut.output)).toEqual(timeless(whole.output));
      expect(timeless(gist(cut.view))).toEqual(timeless(gist(whole.view)));
    },
  );
});
