import fc from "fast-check";
import { expect, it } from "vitest";
import { nextFound, placeAmong } from "./next-found";

const order = ["a", "b", "c", "d"];
const found = new Set(["b", "d"]);

it.each<[string | null, 1 | -1, string]>([
  [null, 1, "b"],
  ["b", 1, "d"],
  ["d", 1, "b"],
  ["c", 1, "d"],
  [null, -1, "d"],
  ["b", -1, "d"],
  ["c", -1, "b"],
  ["gone", 1, "b"],
])("from %s by %i comes %s", (from, by, next) => {
  expect(nextFound(order, found, from, by)).toBe(next);
});

it("nothing comes where nothing was found", () => {
  expect(nextFound(order, new Set(), "a", 1)).toBeUndefined();
  expect(nextFound([], found, null, 1)).toBeUndefined();
});

it("counts from the first", () => {
  expect(["a", "b", "c", "d"].map((id) => placeAmong(order, found, id))).toEqual([0, 1, 0, 2]);
});

it("goes through all of them and comes back", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), (ids, drawn) => {
      const some = new Set(ids.filter((_, at) => (at + drawn) % 2 === 0).concat(ids[0] ?? ""));
      const seen = new Set<string>();
      let at: string | null = null;
      for (let step = 0; step < some.size; step++) {
        at = nextFound(ids, some, at, 1) ?? null;
        if (at !== null) seen.add(at);
      }
      expect(seen).toEqual(some);
    }),
  );
});
