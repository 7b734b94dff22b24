import { describe, expect, it } from "vitest";
import { gist, timeless } from "./testing/gist";
import { runInPieces } from "./testing/in-pieces";
import { ofNodeTypes, ofShapes, ofTemplates } from "./testing/stories";

describe.each([...ofTemplates, ...ofNodeTypes, ...ofShapes])("a run of %s", (_, story) => {
  it("comes to the same end and looks the same when it changes the process after every step", async () => {
    const whole = await runInPieces(story, { kind: "never" });
    const cut = await runInPieces(story, { kind: "drained" });
    expect(cut.pieces).toBeGreaterThanOrEqual(whole.pieces);
    expect(timeless({ ...cut, pieces: "any" })).toEqual(timeless({ ...whole, pieces: "any" }));
  });

  it.each([[[3]], [[1, 4]], [[2, 5]], [[1, 1, 2, 6]]])(
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
