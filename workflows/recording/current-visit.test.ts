import { setImmediate as later } from "node:timers/promises";
import { expect, test } from "vitest";
import { currentVisit, duringVisit, visitDraw, visitNow } from "./current-visit.server";
import { Tape } from "./testing/tape";

test("work under way at the same time knows its own visit, however long it waits", async () => {
  const tape = new Tape();
  const [one, other] = [tape.visit("one"), tape.visit("other")];
  const seen = await Promise.all(
    [one, other].map((visit) => duringVisit(visit, () => later().then(() => currentVisit()))),
  );
  expect(seen).toEqual([one, other]);
  expect(currentVisit()).toBeUndefined();
});

test("a visit inside of another ends where it ends", () => {
  const tape = new Tape();
  const [outer, inner] = [tape.visit("outer"), tape.visit("inner")];
  duringVisit(outer, () => {
    expect(duringVisit(inner, currentVisit)).toBe(inner);
    expect(duringVisit(undefined, currentVisit)).toBeUndefined();
    expect(currentVisit()).toBe(outer);
  });
});

test("the clock and the lot say in a replay what they said then", () => {
  const tape = new Tape();
  const look = (drawn: string) => [
    visitNow(),
    visitDraw("which", () => drawn),
    visitDraw("who", () => drawn),
  ];
  const then = tape.during(() => look("heads"));
  expect(tape.replay().during(() => look("tails"))).toEqual(then);
  expect(then.slice(1)).toEqual(["heads", "heads"]);
});

test("outside of recorded runs they are the real ones", () => {
  const before = Date.now();
  expect(visitNow()).toBeGreaterThanOrEqual(before);
  expect([visitDraw(1, () => "a"), visitDraw(1, () => "b")]).toEqual(["a", "b"]);
});
