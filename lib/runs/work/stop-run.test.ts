import { describe, expect, it } from "vitest";
import type { Breakpoint } from "@/workflows/travel/breakpoint";
import type { InboxRow } from "./history";
import type { Instruction } from "./instruction";
import { stoppedOr } from "./stop-run";

const at = (id: string) => ({ checkpoint: { id } });
const stop = (id: string, answer?: string, text?: string): InboxRow => ({
  id: `int_${id}`,
  interruptId: `stop:${id}`,
  answers: answer ? 1 : 0,
  nested: false,
  ...(answer && { answer: { answer, ...(text && { text }) } }),
});
const run = (breakpoints: Breakpoint[] | null): Parameters<typeof stoppedOr>[0] => ({
  claim: { breakpoints },
  goOn: { mode: "continue" },
});
const goesOn: Instruction = { kind: "continue" };

describe("a run that was taken up again", () => {
  it("goes on from its last checkpoint where nobody looks at it", () => {
    expect(stoppedOr(run(null), at("c1"), [], goesOn)).toEqual(goesOn);
  });

  it("goes on where it was stopped, as it was told to", () => {
    const live = run([]);
    expect(stoppedOr(live, at("c2"), [stop("c2", "to", "b"), stop("c1", "step")], goesOn)).toEqual({
      kind: "goOn",
    });
    expect(live.goOn).toEqual({ mode: "to", nodeId: "b" });
  });

  it("stops where its worker was lost, however it was going on", () => {
    const live = run([]);
    expect(stoppedOr(live, at("c3"), [stop("c1", "step")], goesOn)).toEqual({ kind: "stop" });
    expect(live.goOn).toEqual({ mode: "step" });
    expect(stoppedOr(run([]), at("c3"), [stop("c3")], goesOn)).toEqual({ kind: "stop" });
  });

  it("begins, or takes answers of people, as ever", () => {
    const answer: Instruction = { kind: "answer", resume: {}, rows: [] };
    expect(stoppedOr(run([]), at("c3"), [stop("c1", "step")], answer)).toBe(answer);
    expect(stoppedOr(run([]), undefined, [], { kind: "start" })).toEqual({ kind: "start" });
  });
});
