import { expect, it } from "vitest";
import { templates } from "@/workflows/templates/registry";
import { patternMatches } from "./pattern";
import { patterns } from "./patterns";

it.each([
  ["", patterns.length],
  ["critique", 1],
  ["LOOP WITH A CAP", 1],
  ["multi-agent", 4],
  ["qqzx", 0],
])("finds for “%s” so many patterns: %i", (search, count) => {
  expect(patternMatches(patterns, search)).toHaveLength(count);
});

it("offers every template that is more than a beginning", () => {
  const offered = patterns.map(({ template }) => template.id);
  const begun = templates.map(({ id }) => id).filter((id) => id !== "blank" && id !== "chat-agent");
  expect(offered.toSorted()).toEqual(begun.toSorted());
});
