import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cosine } from "./cosine";
import { hashedDimensions, hashedVector } from "./hashed-vector";

describe("a hashed vector", () => {
  it("is the same for the same text, whatever its case and marks", () => {
    expect(hashedVector("The Kettle leaks!")).toEqual(hashedVector("the kettle, leaks"));
    expect(hashedVector("The kettle")).toHaveLength(hashedDimensions);
    expect(hashedVector("The kettle", 8)).toHaveLength(8);
  });

  it("is nearer to texts that share words", () => {
    const question = hashedVector("Which kettle leaks?");
    const near = cosine(question, hashedVector("The kettle leaks at its handle."));
    const far = cosine(question, hashedVector("Lamps come in three colours."));
    expect(near).toBeGreaterThan(far + 0.2);
    expect(cosine(hashedVector("leaking"), hashedVector("leakinesses"))).toBeGreaterThan(0.1);
  });

  it("has the length 1, or 0 where there are no words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const length = Math.hypot(...hashedVector(text));
        expect(length === 0 || Math.abs(length - 1) < 1e-9).toBe(true);
      }),
    );
    expect(hashedVector("…").every((value) => value === 0)).toBe(true);
  });
});

describe("the cosine", () => {
  const vector = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 3, maxLength: 3 });

  it.each([
    [[1, 0], [1, 0], 1],
    [[1, 0], [0, 2], 0],
    [[1, 1], [-2, -2], -1],
    [[0, 0], [1, 2], 0],
  ])("of %j and %j is %d", (one, other, expected) => {
    expect(cosine(one, other)).toBeCloseTo(expected, 9);
  });

  it("is between -1 and 1, and the same both ways", () => {
    fc.assert(
      fc.property(vector, vector, (one, other) => {
        const found = cosine(one, other);
        expect(Math.abs(found)).toBeLessThanOrEqual(1 + 1e-9);
        expect(cosine(other, one)).toBeCloseTo(found, 9);
      }),
    );
  });
});
