import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { templates } from "@/workflows/templates/registry";
import { type BranchRun, branchTree } from "./branch-tree";
import { type Breakpoint, type GoOn, goOnOf, stopsOf } from "./breakpoint";
import { checkpointMisfits } from "./checkpoint-misfits";
import { stateEditsSchema } from "./state-edit";

const run: fc.Arbitrary<BranchRun> = fc.record({
  runId: fc.nat(12).map((n) => `r${n}`),
  threadId: fc.nat(4).map((n) => `t${n}`),
  createdAt: fc.nat(9).map((n) => `2026-01-0${n}`),
  from: fc.option(fc.nat(12).map((n) => `r${n}`)),
});
const runs = fc.uniqueArray(run, { selector: ({ runId }) => runId, maxLength: 12 });

describe("the branches of a conversation", () => {
  it("hold each run once, whatever was made from what, and however often one goes round in it", () => {
    fc.assert(
      fc.property(runs, (list) => {
        const rows = branchTree(list, "t0");
        expect(rows.map(({ run: each }) => each.runId).toSorted()).toEqual(
          list.map(({ runId }) => runId).toSorted(),
        );
        for (const [index, { depth }] of rows.entries())
          expect(depth).toBeLessThanOrEqual((rows[index - 1]?.depth ?? 0) + 1);
      }),
    );
  });

  it("are the same whichever run is known first, and each thread is in the order of time", () => {
    fc.assert(
      fc.property(runs, (list) => {
        const rows = branchTree(list, "t0");
        expect(
          branchTree(list.toReversed(), "t0")
            .map(({ run: { runId } }) => runId)
            .toSorted(),
        ).toEqual(rows.map(({ run: { runId } }) => runId).toSorted());
        for (const thread of Map.groupBy(rows, ({ run: { threadId } }) => threadId).values()) {
          const times = thread.map(({ run: { createdAt } }) => createdAt);
          expect(times).toEqual(times.toSorted());
        }
      }),
    );
  });
});

describe("a stopped run", () => {
  const breakpoints: Breakpoint[] = [
    { nodeId: "a", when: "before" },
    { nodeId: "a", when: "after" },
    { nodeId: "b", when: "before" },
  ];

  it.each<[GoOn, string[] | "*"]>([
    [{ mode: "continue" }, ["a", "b"]],
    [{ mode: "step" }, "*"],
    [{ mode: "to", nodeId: "c" }, ["a", "b", "c"]],
    [{ mode: "to", nodeId: "a" }, ["a", "b"]],
  ])("goes on by %j, and stops before %j", (goOn, before) => {
    expect(stopsOf(breakpoints, goOn)).toEqual({ before, after: ["a"] });
  });

  it("goes on in a way that there is, whatever the answer", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom("step", "to", "continue"), fc.string()),
        fc.option(fc.string(), { nil: undefined }),
        (answer, text) => {
          const goOn = goOnOf({ answer, ...(text !== undefined && { text }) });
          expect(goOn.mode === "to").toBe(answer === "to" && Boolean(text));
          expect(["continue", "step", "to"]).toContain(goOn.mode);
        },
      ),
    );
  });
});

it("a state goes with the graph that made it, and misses each channel and node of another one", () => {
  for (const { document, sampleInput } of templates) {
    const next = Object.keys(document.nodes);
    const values = "messages" in sampleInput ? { messages: [] } : sampleInput;
    expect(checkpointMisfits({ document, values, next }, document)).toEqual([]);
    const bare = { ...document, nodes: {}, channels: {} };
    const misfits = checkpointMisfits({ document, values, next }, bare);
    expect(misfits.map(({ nodeId, channel }) => nodeId ?? channel)).toEqual([
      ...next,
      ...Object.keys(values),
    ]);
  }
});

it("edits name each channel once", () => {
  const edit = { channel: "a", how: "set" as const, value: 1 };
  expect(stateEditsSchema.safeParse([edit, { ...edit, channel: "b" }]).success).toBe(true);
  expect(stateEditsSchema.safeParse([edit, { ...edit, how: "write" }]).success).toBe(false);
});
