import { expect, test } from "vitest";
import { MemoryWatch } from "./memory";
import { report } from "./testing/seen";

function watchOf() {
  const memory = { ...report().memory };
  let now = 0;
  const watch = new MemoryWatch(
    () => ({ ...memory }),
    () => now,
  );
  /** A minute of samples around a floor: what is collected does not count. */
  const minute = (heapUsed: number) => {
    for (const extra of [30e6, 0, 20e6]) {
      memory.heapUsed = heapUsed + extra;
      watch.sample();
      now += 20_000;
    }
  };
  return { memory, watch, minute };
}

test("is well below the limits", () => {
  expect(
    watchOf()
      .watch.look()
      .findings.map(({ found }) => found),
  ).toEqual(["ok", "ok"]);
});

test.each([
  ["heap", { heapUsed: 1.9e9 }, "95 % of Node's heap is in use."],
  ["memory", { rss: 950e6, limit: 1e9 }, "95 % of the container's memory is in use."],
])("%s near its limit", (check, use, found) => {
  const { memory, watch } = watchOf();
  Object.assign(memory, use);
  expect(watch.look().findings.find((finding) => finding.found !== "ok")).toMatchObject({ check, found });
});

test("tells growth by what each minute went down to", () => {
  const { watch, minute } = watchOf();
  expect(watch.look().facts).toMatchObject({ growth: null });
  for (const heapUsed of [50e6, 100e6, 110e6, 120e6, 500e6]) minute(heapUsed);
  // The first minute is the start's, and the last is not over.
  expect(watch.look().facts).toMatchObject({ growth: { minutes: 2, heapUsed: 20e6 } });
});

test("remembers an hour", () => {
  const { watch, minute } = watchOf();
  for (let at = 0; at < 90; at += 1) minute(at * 1e6);
  expect(watch.look().facts).toMatchObject({ growth: { minutes: 57 } });
});
