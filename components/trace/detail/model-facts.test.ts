import { expect, it } from "vitest";
import type { Span } from "@/workflows/events/run-view";
import { modelFacts, tokensPerSecond } from "./model-facts";

const call = (over: Partial<Span>): Span => ({
  id: "m",
  kind: "model",
  name: "m",
  status: "done",
  startedAt: 1000,
  ...over,
});
const usage = { input: 1200, output: 100, cached: 0, cacheWrites: 0, reasoning: 0 };

it("counts speed after the first token", () => {
  expect(tokensPerSecond(call({ usage, endedAt: 3500, firstTokenMs: 500 }))).toBe(50);
});

it.each([[call({ usage })], [call({ usage: null, endedAt: 2000 })], [call({ usage, endedAt: 1000 })]])(
  "has no speed to tell for an open, unreported or instant call",
  (span) => {
    expect(tokensPerSecond(span)).toBeNull();
  },
);

it("says that a price is unknown instead of showing zero", () => {
  const facts = modelFacts(call({ usage, endedAt: 2000, costMicros: null }));
  expect(facts).toContainEqual({ label: "Cost", value: "unknown" });
});

it("says that tokens were not reported", () => {
  const facts = modelFacts(call({ usage: null, endedAt: 2000 }));
  expect(facts).toContainEqual({ label: "Tokens", value: "not reported" });
});

it("says the price that was used, the cached one apart, and why the model stopped", () => {
  const price = { input: 2_500_000, output: 10_000_000, cachedInput: 1_250_000 };
  const facts = modelFacts(call({ usage, provider: "openai", price, finishReason: "length" }));
  expect(facts).toContainEqual({
    label: "Price per million, in / out",
    value: "$2.50 (cached $1.25) / $10.00",
  });
  expect(facts).toContainEqual({ label: "Provider", value: "openai" });
  expect(facts).toContainEqual({ label: "Ended by", value: "length" });
});

it("says how much of the input came from the cache and went into it", () => {
  const facts = modelFacts(call({ usage: { ...usage, cached: 1000, cacheWrites: 200 } }));
  expect(facts).toContainEqual({ label: "of these cached", value: "1,000" });
  expect(facts).toContainEqual({ label: "written to the cache", value: "200" });
});

it.each([
  [{ match: "exact" as const, ageMs: 61_000, savedMicros: 4_200 }, "the same question", "$0.0042"],
  [
    { match: "semantic" as const, ageMs: 61_000, savedMicros: null, likeness: 0.97531 },
    "a question alike (0.975)",
    "unknown",
  ],
])("says that an answer came from the cache, how old it is and what it saved", (kept, how, saved) => {
  const facts = modelFacts(call({ usage, endedAt: 2000, costMicros: 0, kept }));
  expect(facts).toContainEqual({ label: "From the cache", value: how });
  expect(facts).toContainEqual({ label: "Answered", value: expect.stringMatching(/^1m 1s before|^1 m/) });
  expect(facts).toContainEqual({ label: "Saved", value: saved });
});

it("leaves out what does not apply", () => {
  expect(modelFacts(call({ usage })).map((fact) => fact.label)).toEqual(["Input tokens", "Output tokens"]);
});
