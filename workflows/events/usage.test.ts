import { expect, it } from "vitest";
import { usageSchema } from "./usage";

it.each([
  ["nothing but the totals", { input: 3, output: 1 }, { cached: 0, cacheWrites: 0, reasoning: 0 }],
  [
    "no cache writes",
    { input: 3, output: 1, cached: 2, reasoning: 1 },
    { cached: 2, cacheWrites: 0, reasoning: 1 },
  ],
  ["all", { input: 3, output: 1, cached: 1, cacheWrites: 2, reasoning: 0 }, { cached: 1, cacheWrites: 2 }],
])("an event that kept %s is read", (_, stored, expected) => {
  expect(usageSchema.parse(stored)).toMatchObject({ input: 3, output: 1, ...expected });
});

it.each([{ input: -1 }, { output: 1.5 }, { cacheWrites: -1 }, { cached: Number.NaN }])(
  "%o is no count of tokens",
  (part) => {
    expect(usageSchema.safeParse({ input: 1, output: 1, ...part }).success).toBe(false);
  },
);
