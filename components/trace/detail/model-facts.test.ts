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

it("says how much of the input came from the cache and went into it", () => {
  const facts = modelFacts(call({ usage: { ...usage, cached: 1000, cacheWrites: 200 } }));
  expect(facts).toContainEqual({ label: "of these cached", value: "1,000" });
  expect(facts).toContainEqual({ label: "written to the cache", value: "200" });
});

it("leaves out what does not apply", () => {
  expect(modelFacts(call({ usage })).map((fact) => fact.label)).toEqual(["Input tokens", "Output tokens"]);
});
