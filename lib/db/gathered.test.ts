import { expect, test } from "vitest";
import { gathered } from "./gathered";

test("what is asked in one turn is one statement, each key once; what comes later never gets an earlier answer", async () => {
  const asked: string[][] = [];
  let value = 1;
  const find = gathered(async (_: object, keys: string[]) => {
    asked.push(keys);
    const now = value;
    await Promise.resolve();
    return new Map(keys.filter((key) => key !== "nobody").map((key) => [key, `${key}${now}`]));
  });
  const source = {};
  const first = await Promise.all([
    find(source, "a"),
    find(source, "b"),
    find(source, "a"),
    find(source, "nobody"),
  ]);
  value = 2;
  expect(first).toEqual(["a1", "b1", "a1", undefined]);
  expect(await find(source, "a")).toBe("a2");
  expect(asked).toEqual([["a", "b", "nobody"], ["a"]]);
});

test("sources have nothing to do with each other", async () => {
  const find = gathered(
    async (source: { name: string }, keys: string[]) => new Map(keys.map((key) => [key, source.name])),
  );
  expect(await Promise.all([find({ name: "one" }, "a"), find({ name: "two" }, "a")])).toEqual(["one", "two"]);
});

test("a failure is told to all that it hits, and the next ask anew", async () => {
  let broken = true;
  const find = gathered(async (_: object, keys: string[]) => {
    if (broken) throw new Error("away");
    return new Map(keys.map((key) => [key, key]));
  });
  const source = {};
  const failed = await Promise.allSettled([find(source, "a"), find(source, "b")]);
  expect(failed.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  broken = false;
  expect(await find(source, "a")).toBe("a");
});
