import { expect, test } from "vitest";
import { StatementNames } from "./statement-names";

const thrice = (names: StatementNames, text: string) => [1, 2, 3].map(() => names.nameOf(text)).at(-1);

test("a statement that recurs has one name from its third time on, and no other has it", () => {
  const names = new StatementNames();
  const [first, second, third, fourth] = [1, 2, 3, 4].map(() => names.nameOf("select 1"));
  expect([first, second, third]).toEqual([
    undefined,
    undefined,
    expect.stringMatching(/^queue_[0-9a-f]{32}$/),
  ]);
  expect(fourth).toBe(third);
  expect(thrice(names, "select 2")).not.toBe(third);
});

test("a statement has the same name for everybody who shares its connections, whoever names it first", () => {
  const [one, other] = [new StatementNames(), new StatementNames()];
  thrice(other, "select 2");
  expect(thrice(one, "select 1")).toBe(thrice(other, "select 1"));
});

test("there are only so many names, and who has one keeps it", () => {
  const names = new StatementNames();
  const all = Array.from({ length: 100 }, (_, at) => thrice(names, `select ${at}`));
  expect(new Set(all.filter((name) => name !== undefined)).size).toBe(64);
  expect(names.nameOf("select 0")).toBe(all[0]);
  expect(names.nameOf("select 99")).toBeUndefined();
});
