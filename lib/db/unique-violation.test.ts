import { DrizzleQueryError } from "drizzle-orm";
import { expect, test } from "vitest";
import { isUniqueViolation } from "./unique-violation";

const refused = (code: string) => Object.assign(new Error("refused"), { code });

test.each([
  ["by the driver", refused("23505"), true],
  ["inside drizzle's wrapper", new DrizzleQueryError("insert", [], refused("23505")), true],
  ["another refusal", new DrizzleQueryError("insert", [], refused("23503")), false],
  ["no error at all", "23505", false],
])("%s", (_, error, expected) => {
  expect(isUniqueViolation(error)).toBe(expected);
});
