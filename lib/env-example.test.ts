import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { variableNames } from "./env";

test(".env.example explains every variable and no other", () => {
  const text = readFileSync(".env.example", "utf8");
  const explained = [...text.matchAll(/^#([A-Z][A-Z0-9_]*)=/gm)].map(([, name = ""]) => name);
  // Set by the scripts, not by people.
  const expected = variableNames.filter((name) => name !== "NODE_ENV");
  expect(explained.toSorted()).toEqual(expected.toSorted());
});
