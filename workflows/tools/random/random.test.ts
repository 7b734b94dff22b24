import fc from "fast-check";
import { expect, it } from "vitest";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { drawn } from "./drawn";
import { makeRandom } from "./execute.server";

const lines = (text: string) => text.split("\n");

it("draws whole numbers inside their bounds", () => {
  const bounds = fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.nat(1_000));
  fc.assert(
    fc.property(bounds, ([min, more]) => {
      const value = Number(drawn({ kind: "integer", min, max: min + more }));
      expect(Number.isInteger(value) && value >= min && value <= min + more).toBe(true);
    }),
  );
});

it("draws each of a few about as often", () => {
  const counts = Object.values(
    Object.groupBy(lines(drawn({ kind: "integer", min: 1, max: 6, count: 1_000 })), (face) => face),
  );
  expect(counts).toHaveLength(6);
  // Six standard deviations: a fair die does not come here in a lifetime.
  for (const faces of counts) expect(Math.abs((faces?.length ?? 0) - 1_000 / 6)).toBeLessThan(71);
});

it("draws decimals, ids and choices", () => {
  const value = Number(drawn({ kind: "decimal", min: 2, max: 3 }));
  expect(value).toBeGreaterThanOrEqual(2);
  expect(value).toBeLessThan(3);
  expect(drawn({ kind: "uuid" })).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  const choices = ["a", "b", "c"];
  expect(lines(drawn({ kind: "choice", choices, count: 9 })).toSorted()).toEqual(choices);
  expect(lines(drawn({ kind: "choice", choices, count: 9, different: false }))).toHaveLength(9);
});

it.each([
  [{ kind: "integer" as const, min: 5, max: 4 }, "no whole number"],
  [{ kind: "integer" as const, min: 1.2, max: 1.8 }, "no whole number"],
  [{ kind: "integer" as const, min: 0, max: 1e300 }, "no whole number"],
  [{ kind: "decimal" as const, min: 1, max: 1 }, "nothing to draw"],
  [{ kind: "choice" as const }, "nothing to choose from"],
])("refuses %j in words", (draw, words) => {
  expect(() => drawn(draw)).toThrow(words);
});

it("is what the model calls", async () => {
  const tool = makeRandom({}, fakeServices(), fakeContext());
  expect(lines(await tool.invoke({ kind: "uuid", count: 3 }))).toHaveLength(3);
  await expect(tool.invoke({ kind: "coin" })).rejects.toThrow(/schema/);
});
