import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyView } from "../project";
import type { Span } from "../run-view";
import { Fold } from "./fold";
import { SpanIndex } from "./span-index";

const spans = fc.array(
  fc
    .record({
      id: fc.nat(60).map((id) => `s${id}`),
      kind: fc.constantFrom("node", "model"),
      nodeId: fc.option(fc.constantFrom("a", "b"), { nil: undefined }),
    })
    .map((parts): Span => ({ ...parts, name: parts.id, status: "running", startedAt: 0 })),
  { maxLength: 80 },
);

describe("the places of spans", () => {
  it("are those that a look through the whole list finds", () => {
    fc.assert(
      fc.property(spans, (all) => {
        const index = new SpanIndex(all);
        for (const { id } of all) expect(index.at(id)).toBe(all.findLastIndex((span) => span.id === id));
        expect(index.at("another")).toBeUndefined();
        for (const node of ["a", "b", "c"]) {
          const visits = index.visitsOf(node).map((at) => all[at]);
          expect(visits).toEqual(all.filter(({ kind, nodeId }) => kind === "node" && nodeId === node));
        }
      }),
    );
  });

  it("are known of spans that were there and of those that came since, however long the list is", () => {
    fc.assert(
      fc.property(spans, spans, (before, since) => {
        const fold = new Fold({ ...emptyView("run"), spans: before });
        expect(fold.span("another")).toBeUndefined();
        for (const span of since) fold.addSpan(span);
        const all = [...before, ...since];
        for (const { id } of all) expect(fold.span(id)).toEqual(all.findLast((span) => span.id === id));
        const isOdd = ({ id }: Span) => id.length % 2 === 1;
        const visits = all.filter(({ kind, nodeId }) => kind === "node" && nodeId === "a");
        expect(fold.lastVisit("a", isOdd)).toEqual(visits.findLast(isOdd));
      }),
    );
  });
});
