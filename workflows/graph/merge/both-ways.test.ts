import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "@/workflows/graph/canonical";
import { diff } from "@/workflows/graph/diff";
import { applied, graphDocument, operation } from "@/workflows/graph/testing/arbitraries";
import { merge3, resolve } from "./merge3";

const edited = fc
  .tuple(graphDocument, fc.array(operation, { maxLength: 5 }), fc.array(operation, { maxLength: 5 }))
  .map(([base, one, other]) => ({
    base,
    mine: one.reduce(applied, base),
    theirs: other.reduce(applied, base),
  }));
const isPaper = ({ part }: { part: string }) => part === "group" || part === "sticky";

describe("two drafts made one", () => {
  it("meet at the same things, whoever is asked first", () => {
    fc.assert(
      fc.property(edited, ({ base, mine, theirs }) => {
        const ids = (first: typeof mine, second: typeof mine) =>
          merge3(base, first, second)
            .conflicts.filter((conflict) => !isPaper(conflict))
            .map(({ id }) => id)
            .toSorted();
        expect(ids(mine, theirs)).toEqual(ids(theirs, mine));
      }),
      { numRuns: 200 },
    );
  });

  it("tell of each conflict what either side has, the other way round from the other side", () => {
    fc.assert(
      fc.property(edited, ({ base, mine, theirs }) => {
        const there = new Map(
          merge3(base, theirs, mine).conflicts.map((conflict) => [conflict.id, conflict]),
        );
        for (const conflict of merge3(base, mine, theirs).conflicts.filter((each) => !isPaper(each))) {
          expect(there.get(conflict.id)).toMatchObject({ mine: conflict.theirs, theirs: conflict.mine });
          expect(conflict.mine).not.toEqual(conflict.theirs);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("have the nodes, edges and channels that either has, where nothing is in conflict", () => {
    fc.assert(
      fc.property(edited, ({ base, mine, theirs }) => {
        const [one, other] = [merge3(base, mine, theirs), merge3(base, theirs, mine)];
        fc.pre(one.conflicts.length === 0 && other.conflicts.length === 0);
        const meaning = ({ nodes, channels, settings }: typeof base) => ({ nodes, channels, settings });
        expect(meaning(one.document)).toEqual(meaning(other.document));
      }),
      { numRuns: 200 },
    );
  });

  it("are the one made again when they are merged again: nothing is left to decide", () => {
    fc.assert(
      fc.property(edited, ({ base, mine, theirs }) => {
        const { document } = merge3(base, mine, theirs);
        expect(merge3(base, document, document)).toMatchObject({ document, conflicts: [] });
        expect(merge3(theirs, theirs, document)).toMatchObject({ document, conflicts: [] });
      }),
      { numRuns: 100 },
    );
  });

  it("are reached from either by the operations between, whatever was chosen", () => {
    fc.assert(
      fc.property(
        edited,
        fc.constantFrom("mine" as const, "theirs" as const),
        ({ base, mine, theirs }, choice) => {
          const merge = merge3(base, mine, theirs);
          const document = resolve(merge, Object.fromEntries(merge.conflicts.map(({ id }) => [id, choice])));
          for (const from of [mine, theirs]) {
            expect(canonicalJson(applied(from, diff(from, document)))).toBe(canonicalJson(document));
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
