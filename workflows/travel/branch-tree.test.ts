import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BranchRun, branchTree } from "./branch-tree";

const run = (runId: string, threadId: string, at: number, from: string | null = null): BranchRun => ({
  runId,
  threadId,
  createdAt: `2026-01-01T00:00:${String(at).padStart(2, "0")}Z`,
  from,
});
const shape = (runs: BranchRun[]) =>
  branchTree(runs, "root").map(({ run: { runId }, depth }) => `${depth} ${runId}`);

describe("the tree of a conversation", () => {
  it("has each thread in the order of time, branches below what they were made from", () => {
    expect(
      shape([
        run("c", "root", 3),
        run("a", "root", 1),
        run("b", "root", 2),
        run("a2", "t2", 5),
        run("a1", "t2", 4, "a"),
        run("deep", "t3", 6, "a2"),
      ]),
    ).toEqual(["0 a", "1 a1", "1 a2", "2 deep", "0 b", "0 c"]);
  });

  it("keeps branches whose origin is gone", () => {
    expect(shape([run("a", "root", 1), run("lost", "t2", 2, "gone")])).toEqual(["0 a", "1 lost"]);
    expect(shape([run("lost", "t2", 2, "gone")])).toEqual(["1 lost"]);
  });

  it("shows every run once, whatever was made from what", () => {
    const any = fc.record({ thread: fc.nat(4), from: fc.option(fc.nat(9)) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 10 }), (parts) => {
        const runs = parts.map(({ thread, from }, at) =>
          run(`r${at}`, thread === 0 ? "root" : `t${thread}`, at, from === null ? null : `r${from}`),
        );
        expect(
          shape(runs)
            .map((row) => row.slice(2))
            .sort(),
        ).toEqual(runs.map(({ runId }) => runId).sort());
      }),
    );
  });
});
