import { describe, expect, it } from "vitest";
import { quoteLeading, wantsSummary } from "./summarise";

const article = "Bees dance. They show the way! Others follow? All find food.";

describe("quoteLeading", () => {
  it.each([
    [`Summarise this: ${article}`, "“Bees dance.” “They show the way!”"],
    [`Summarize in one sentence: ${article}`, "“Bees dance.”"],
    [
      `Summarise the following in 3 sentences.\n\n${article}`,
      "“Bees dance.” “They show the way!” “Others follow?”",
    ],
    [`Give a summary as two bullet points: ${article}`, "- “Bees dance.”\n- “They show the way!”"],
    [
      "Combine these.\n\n# One\nFirst part. More.\n\n# Two\nSecond part. More.",
      "- “First part.”\n- “Second part.”",
    ],
    ["Just one line", "“Just one line”"],
  ])("%j", (request, expected) => {
    expect(quoteLeading(request)).toBe(expected);
  });
});

describe("wantsSummary", () => {
  it.each([
    ["Please summarise this", true],
    ["TL;DR?", true],
    ["What are the key points?", true],
    ["Some more, please", false],
  ])("%s: %s", (request, expected) => {
    expect(wantsSummary(request)).toBe(expected);
  });
});
