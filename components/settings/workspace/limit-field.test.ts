import { expect, test } from "vitest";
import { limitOf, limitText, textOf } from "./limit-field";

const schema = limitText(1, 100_000);

test.each(["", "  ", "1", "100000"])("%j can be entered", (text) => {
  expect(schema.safeParse(text).success).toBe(true);
});

test.each(["0", "100001", "1.5", "-1", "many", "1e3"])("%j is refused with what to enter", (text) => {
  expect(schema.safeParse(text).error?.issues[0]?.message).toBe(
    "Enter a whole number from 1 to 100,000, or leave it empty",
  );
});

test.each([undefined, 7])("%j comes back as it went in", (limit) => {
  expect(limitOf(textOf(limit))).toBe(limit);
});
