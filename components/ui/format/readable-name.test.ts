import { expect, test } from "vitest";
import { readableName } from "./readable-name";

test.each([
  ["topic", "Topic"],
  ["birth_date", "Birth date"],
  ["birthDate", "Birth date"],
  ["current-time", "Current time"],
  ["line2_text", "Line2 text"],
  ["customerID", "Customer ID"],
  ["_private__name_", "Private name"],
  ["a", "A"],
  ["", ""],
])("%s reads “%s”", (name, readable) => {
  expect(readableName(name)).toBe(readable);
});
