import fc from "fast-check";
import { expect, it } from "vitest";
import { apply } from "@/workflows/graph/apply";
import type { Operation } from "@/workflows/graph/operation";
import { smallGraph } from "../testing/graph";
import { mergeQuietly, rebase } from "./rebase";

const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({
    op: fc.constant("node.title" as const),
    id: fc.constantFrom("start", "ask", "end"),
    title: fc.constantFrom("X", "Y"),
  }),
  fc.record({ op: fc.constant("node.remove" as const), id: fc.constantFrom("start", "ask", "end") }),
  fc.record({
    op: fc.constant("node.configure" as const),
    id: fc.constantFrom("ask", "end"),
    set: fc.dictionary(fc.constantFrom("prompt", "system"), fc.string()),
    unset: fc.constant<string[]>([]),
  }),
  fc.record({ op: fc.constant("edge.remove" as const), id: fc.constantFrom("e1", "e2") }),
);

it("leaves out what does not apply, says why, and keeps the order of the rest", () => {
  const { applied, skipped, document } = rebase(smallGraph(), [
    { op: "node.remove", id: "ask" },
    { op: "node.title", id: "ask", title: "Gone" },
    { op: "node.title", id: "end", title: "Done" },
  ]);
  expect(applied.map(({ op }) => op)).toEqual(["node.remove", "node.title"]);
  expect(skipped).toEqual([
    { operation: { op: "node.title", id: "ask", title: "Gone" }, reason: 'There is no node "ask" any more.' },
  ]);
  expect(document.nodes.end?.title).toBe("Done");
});

it("keeps the part of a batch that still fits", () => {
  const { applied, skipped } = rebase(smallGraph(), [
    {
      op: "batch",
      label: "Both",
      operations: [
        { op: "node.title", id: "gone", title: "A" },
        { op: "node.title", id: "ask", title: "B" },
      ],
    },
  ]);
  expect(applied).toEqual([
    { op: "batch", label: "Both", operations: [{ op: "node.title", id: "ask", title: "B" }] },
  ]);
  expect(skipped).toHaveLength(1);
});

it("merges without asking only where the order makes no difference", () => {
  fc.assert(
    fc.property(
      fc.array(operation, { maxLength: 4 }),
      fc.array(operation, { maxLength: 4 }),
      (theirs, mine) => {
        const base = smallGraph();
        const ours = rebase(base, mine);
        fc.pre(ours.skipped.length === 0);
        const merged = mergeQuietly(base, theirs, mine);
        fc.pre(merged !== null);
        const other = rebase(ours.document, theirs);
        expect(other.skipped).toEqual([]);
        expect(merged?.document).toEqual(other.document);
      },
    ),
  );
});

it("is the same as applying where everything fits", () => {
  const rename: Operation = { op: "node.title", id: "ask", title: "B" };
  const direct = apply(smallGraph(), rename);
  expect(direct.ok && direct.value).toEqual(rebase(smallGraph(), [rename]).document);
});
