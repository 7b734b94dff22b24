import { describe, expect, it } from "vitest";
import type { RunView } from "@/workflows/events/run-view";
import { runInPieces } from "./testing/in-pieces";
import { ofNodeTypes, ofShapes, ofTemplates } from "./testing/stories";

/** Names that are drawn by lot in every run: of messages, calls, tasks, pauses, checkpoints. */
const drawnByLot = /^([0-9a-f-]{32,36}|run-.*)$/;
const clock = new Set(["ts", "ms", "startedAt", "endedAt", "firstTokenMs", "seq"]);

/** What must be the same in every run: everything but the clock and what is drawn by lot. */
function timeless(value: unknown): unknown {
  if (typeof value === "string") return drawnByLot.test(value) ? "…" : value;
  if (Array.isArray(value)) return value.map(timeless);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !clock.has(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, timeless(inner)]));
}

/** What people see of a run whose workers died: work that was lost is done and paid again, and shown so. */
function gist({ status, nodes, edges, interrupts, output }: RunView) {
  const places = Object.entries(nodes).map(([id, shown]) => [id, shown.status, shown.visits, shown.text]);
  const pauses = interrupts.map(({ nodeId, visit, payload, answer }) => ({ nodeId, visit, payload, answer }));
  return { status, places, edges, pauses, output };
}

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
