import fc from "fast-check";
import { expect, test } from "vitest";
import { fingerprintOf, stableUuid } from "./fingerprint.server";

test("the order of fields is no difference; a value, or the order of a list, is", () => {
  expect(fingerprintOf({ a: 1, b: { c: 2, d: [1, 2] } })).toBe(
    fingerprintOf({ b: { d: [1, 2], c: 2 }, a: 1 }),
  );
  expect(fingerprintOf({ a: [1, 2] })).not.toBe(fingerprintOf({ a: [2, 1] }));
  expect(fingerprintOf({ a: 1 })).not.toBe(fingerprintOf({ a: "1" }));
});

test("what JSON leaves out is no difference", () => {
  expect(fingerprintOf({ a: 1, b: undefined })).toBe(fingerprintOf({ a: 1 }));
  expect(fingerprintOf(undefined)).toBe(fingerprintOf(null));
});

test("equal texts have equal ids in the form of a UUID", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(stableUuid(one)).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(stableUuid(one) === stableUuid(other)).toBe(one === other);
    }),
  );
});
