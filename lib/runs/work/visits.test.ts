import { describe, expect, test } from "vitest";
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

describe("after a crash", () => {
  const past = [
    { node: "a", taskId: "1", visit: 1, doubts: 0, isUnstored: false },
    { node: "a", taskId: "2", visit: 2, doubts: 1, isUnstored: true },
    { node: "a", taskId: "3", visit: 3, doubts: 2, isUnstored: true },
    { node: "b", taskId: "4", visit: 1, doubts: 0, isUnstored: true },
  ];

  test("where every step is stored, tasks come again under their ids, with their doubts", () => {
    const visits = new Visits();
    visits.recall(past, "sync");
    expect(["1", "2", "3"].map((task) => [visits.of("a", task), visits.doubtsOf(task)])).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
    ]);
    expect([visits.of("a", "new"), visits.doubtsOf("new")]).toEqual([4, 0]);
  });

  test("where not, they come again under other ids: their number tells what is in doubt, and is asked once", () => {
    const visits = new Visits();
    visits.recall(past, "exit");
    expect(["5", "6", "7"].map((task) => [visits.of("a", task), visits.doubtsOf(task)])).toEqual([
      [2, 1],
      [3, 1],
      [4, 0],
    ]);
    expect([visits.of("b", "8"), visits.doubtsOf("8"), visits.of("a", "1")]).toEqual([1, 0, 1]);
  });
});
