import { expect, test } from "vitest";
import { FakeClock } from "@/lib/runs/testing/fake-clock";
import { FairFetch } from "./fair-fetch";

/** A queue, oldest first, and what this process holds of it. */
function queueOf(places: number, waiting: string[], holds: Record<string, number> = {}) {
  const clock = new FakeClock();
  const held = new Map(Object.entries(holds));
  const asked: string[] = [];
  let broken = false;
  const fair = new FairFetch<string>({
    clock,
    places,
    held: () => held,
    fetch: async (count, ignore) => {
      asked.push(`${count} but ${ignore.join(",")}`);
      if (broken && ignore.length === 0) throw new Error("the database is away");
      const taken = waiting.filter((group) => !ignore.includes(group)).slice(0, count);
      for (const group of taken) {
        waiting.splice(waiting.indexOf(group), 1);
        held.set(group, (held.get(group) ?? 0) + 1);
      }
      return taken;
    },
  });
  return {
    fair,
    clock,
    asked,
    held,
    breakDown: () => {
      broken = true;
    },
  };
}
const many = (group: string, count = 1_000) => Array.from({ length: count }, () => group);

test("one that comes late gets the next free place, however many of another wait", async () => {
  const { fair } = queueOf(10, [...many("big"), "small"], { big: 9 });
  fair.hear("big");
  fair.hear("small");
  expect(await fair.fetch(1)).toEqual(["small"]);
});

test("a late one is found within two seconds where nobody told of it", async () => {
  const { fair, clock } = queueOf(10, [...many("big"), "small"], { big: 9 });
  await fair.fetch(1);
  expect(await fair.fetch(1)).toEqual(["big"]);
  const late = queueOf(10, [...many("big"), "small"], { big: 9 });
  await clock.pass(2_001);
  expect(await late.fair.fetch(1)).toEqual(["small"]);
});

test("groups come to hold the same number of places", async () => {
  const { fair, held } = queueOf(12, [...many("a"), ...many("b"), ...many("c")], { a: 12 });
  for (const group of ["a", "b", "c"]) fair.hear(group);
  for (let ended = 0; ended < 20; ended += 1) {
    const [most = ""] = [...held].sort(([, left], [, right]) => right - left)[0] ?? [];
    held.set(most, (held.get(most) ?? 0) - 1);
    await fair.fetch(1);
  }
  expect(Object.fromEntries(held)).toEqual({ a: 4, b: 4, c: 4 });
});

test("a group that is alone gets every place, and is asked for once", async () => {
  const { fair, asked } = queueOf(10, many("only"), { only: 9 });
  fair.hear("only");
  await fair.fetch(1);
  asked.length = 0;
  expect(await fair.fetch(1)).toEqual(["only"]);
  expect(asked).toEqual(["1 but "]);
});

test("what was fetched for the others is kept when the fetch for the rest fails", async () => {
  const { fair, breakDown } = queueOf(10, [...many("big"), "small"], { big: 9 });
  fair.hear("small");
  breakDown();
  expect(await fair.fetch(2)).toEqual(["small"]);
  await expect(queueOf(1, []).fair.fetch(1)).resolves.toEqual([]);
});
