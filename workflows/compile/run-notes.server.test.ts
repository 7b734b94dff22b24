import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { notesOf, type RunNote, runNotes } from "./run-notes.server";

const note = (more: Partial<RunNote> = {}): RunNote => ({
  runId: "run_1",
  edgeIds: [],
  reached: [],
  ran: [],
  ...more,
});
const noted = (...steps: RunNote[][]) => {
  const channel = runNotes();
  for (const step of steps) channel.update(step);
  return channel.get();
};
const ids = ["e1", "constructor", "valueOf"];

describe("what a run remembers of its course", () => {
  it("counts how often an edge was taken, also several times in one step", () => {
    const notes = noted(
      [note({ edgeIds: ["e1", "e2"] })],
      [note({ edgeIds: ["e1"] }), note({ edgeIds: ["e1"] })],
    );
    expect(notes.taken).toEqual({ e1: 3, e2: 1 });
  });

  it("counts edges named like a part of every object from one, too", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ids)), (taken) => {
        const notes = noted(...taken.map((id) => [note({ edgeIds: [id] })]));
        for (const id of ids) {
          const count = taken.filter((other) => other === id).length;
          expect(Object.hasOwn(notes.taken, id) ? notes.taken[id] : 0).toBe(count);
        }
      }),
    );
  });

  it("knows who waits: reached and not run since", () => {
    expect(noted([note({ reached: ["j", "k"] })]).waiting).toEqual(["j", "k"]);
    const later = noted([note({ reached: ["j", "k"] })], [note({ ran: ["j"] })]);
    expect([later.waiting, later.ran]).toEqual([["k"], ["j"]]);
    const again = noted([note({ reached: ["j"] })], [note({ ran: ["j"], reached: ["j"] })]);
    expect(again.waiting).toEqual(["j"]);
  });

  it("keeps why the last node left by its error port", () => {
    const failure = (message: string) => ({ node: "Work", code: "http_failed", message });
    expect(noted([note()]).failure).toBeUndefined();
    const notes = noted([note({ failure: failure("one") })], [note({ failure: failure("two") })], [note()]);
    expect(notes.failure).toEqual(failure("two"));
  });

  it("begins anew with each run of the thread", () => {
    const failure = { node: "Work", code: "http_failed", message: "Down" };
    const first = note({ edgeIds: ["e1"], reached: ["j"], ran: ["k"], failure });
    const notes = noted([first], [note({ runId: "run_2", edgeIds: ["e1"] })]);
    expect(notes).toEqual({ runId: "run_2", taken: { e1: 1 }, waiting: [], ran: [], failure: undefined });
    expect(notesOf(notes, "run_1")).toEqual({ runId: "run_1", taken: {}, waiting: [], ran: [] });
    expect(notesOf(notes, "run_2")).toBe(notes);
    expect(notesOf(undefined, "run_3").taken).toEqual({});
  });
});
