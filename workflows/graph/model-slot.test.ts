import { expect, test } from "vitest";
import { slotNameSchema, slotOf, slotReference } from "./model-slot";

test("a reference to a slot names it, one to a model does not", () => {
  expect(slotOf(slotReference("fast"))).toBe("fast");
  expect(["con_1/fast", "offline/offline", "slots/fast", "slot"].map(slotOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test.each([
  ["fast", true],
  ["private-eu-2", true],
  ["a", true],
  ["Fast", false],
  ["2nd", false],
  ["", false],
  ["a/b", false],
  ["a".repeat(31), false],
])("the name %j is allowed: %j", (name, allowed) => {
  expect(slotNameSchema.safeParse(name).success).toBe(allowed);
});
