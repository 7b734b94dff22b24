import { expect, test } from "vitest";
import { Visits } from "./visits";

test("counts the visits of each node apart; a task that runs again is the same visit", () => {
  const visits = new Visits();
  expect([visits.of("a", "1"), visits.of("b", "2"), visits.of("a", "3"), visits.of("a", "1")]).toEqual([
    1, 1, 2, 1,
  ]);
});

test("goes on from what an earlier claim counted, in whatever order it is read back", () => {
  const visits = new Visits();
  visits.set("a", "2", 2);
  visits.set("a", "1", 1);
  expect([visits.of("a", "2"), visits.of("a", "3")]).toEqual([2, 3]);
});

test("starts over once cleared", () => {
  const visits = new Visits();
  visits.of("a", "1");
  visits.clear();
  expect(visits.of("a", "2")).toBe(1);
});
