import { expect, it } from "vitest";
import { fromLocal, toLocal } from "./local-time";

it("comes back as it was, to the minute", () => {
  const moment = "2026-05-01T10:30:00.000Z";
  expect(fromLocal(toLocal(moment))).toBe(moment);
});

it.each([undefined, "", "7d", "nonsense"])("holds nothing for %j", (value) => {
  expect(toLocal(value)).toBe("");
});

it("is nothing when it is empty", () => {
  expect(fromLocal("")).toBeNull();
});
