import { expect, test } from "vitest";
import { FakeClock } from "../testing/fake-clock";
import { Starts } from "./starts";

const begin = (starts: Starts, count: number) => Array.from({ length: count }, () => starts.begins());

function world() {
  const clock = new FakeClock();
  return { clock, starts: new Starts(clock) };
}

async function isOpen(gate: Promise<void> | undefined): Promise<boolean> {
  return (
    gate === undefined || (await Promise.race([gate.then(() => true), Promise.resolve().then(() => false)]))
  );
}

test("nobody stands back for a run or two", () => {
  const { starts } = world();
  begin(starts, 2);
  expect(starts.standBack()).toBeUndefined();
});

test("those that stream stand back until all but a few have begun", async () => {
  const { starts } = world();
  const [first] = begin(starts, 3);
  const gate = starts.standBack();
  expect(await isOpen(gate)).toBe(false);
  first?.hasBegun();
  first?.hasBegun();
  await gate;
  expect(starts.standBack()).toBeUndefined();
});

test("not for longer than a while, and then they have as long to catch up", async () => {
  const { starts, clock } = world();
  begin(starts, 50);
  await clock.pass(100);
  const gate = starts.standBack();
  await clock.pass(399);
  expect(await isOpen(gate)).toBe(false);
  await clock.pass(1);
  await gate;
  expect(starts.standBack()).toBeUndefined();
  await clock.pass(399);
  expect(starts.standBack()).toBeUndefined();
  begin(starts, 50);
  await clock.pass(1);
  expect(await isOpen(starts.standBack())).toBe(false);
});

test("a start that says twice that it is over counts once", async () => {
  const { starts } = world();
  const [first] = begin(starts, 4);
  first?.hasBegun();
  first?.hasBegun();
  expect(await isOpen(starts.standBack())).toBe(false);
});

test("nobody stands back for runs whose first node takes its time without a model", async () => {
  const { starts, clock } = world();
  for (const start of begin(starts, 50)) start.entersNode();
  const gate = starts.standBack();
  await clock.pass(49);
  expect(await isOpen(gate)).toBe(false);
  await clock.pass(1);
  await gate;
  expect(starts.standBack()).toBeUndefined();
});
