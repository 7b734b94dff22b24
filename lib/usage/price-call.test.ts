import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ProviderType } from "@/lib/models/providers/provider";
import type { Usage } from "@/workflows/events/usage";
import { overrideKey, type PriceOverrides, priceCall, unitPrices } from "./price-call";
import type { PricedModel } from "./price-list";

const overrides: PriceOverrides = new Map([
  [overrideKey("openai", "gpt-4o-mini"), { input: 1_000_000, output: 2_000_000, cachedInput: 100_000 }],
  [overrideKey("openai-compatible", "llama"), { input: 500_000, output: 500_000 }],
]);

function usage(input: number, output: number, cached = 0, cacheWrites = 0): Usage {
  return { input, output, cached, cacheWrites, reasoning: 0 };
}

describe("priceCall", () => {
  it.each<[PricedModel, Usage, number | null]>([
    [{ provider: "openai", model: "gpt-4o-mini" }, usage(1_000, 100), 210],
    [{ provider: "openai", model: "gpt-4o-mini" }, usage(1_000, 100, 500), 173],
    [{ provider: "anthropic", model: "claude-sonnet-4-5" }, usage(1_000_000, 0, 0), 6_000_000],
    [{ provider: "anthropic", model: "claude-sonnet-4-5" }, usage(10_000, 1_000, 0), 45_000],
    [{ provider: "anthropic", model: "claude-sonnet-4-5" }, usage(1_000, 0, 0, 1_000), 3_750],
    [{ provider: "anthropic", model: "claude-sonnet-4-5" }, usage(1_000, 0, 500, 500), 2_025],
    [{ provider: "anthropic", model: "claude-sonnet-4-5" }, usage(1_000, 0, 800, 900), 990],
    [{ provider: "openai", model: "gpt-4o-mini" }, usage(1_000, 100, 0, 1_000), 210],
    [{ provider: "google", model: "gemini-2.5-flash" }, usage(0, 0), 0],
    [{ provider: "offline", model: "offline" }, usage(1_000, 100), 0],
    [{ provider: "openai", model: "a-model-nobody-knows" }, usage(1_000, 100), null],
    [{ provider: "openai-compatible", model: "gpt-4o-mini" }, usage(1_000, 100), null],
    [
      { provider: "openai-compatible", model: "gpt-4o-mini", baseUrl: "http://localhost:11434/v1" },
      usage(1, 1),
      null,
    ],
    [
      { provider: "openai-compatible", model: "gpt-4o-mini", baseUrl: "https://api.openai.com/v1" },
      usage(1_000, 100),
      210,
    ],
    [{ provider: "openai", model: "gpt-4o-mini" }, usage(10, 0, 500), 1],
  ])("%o with %o costs %s by the price list", (priced, used, costMicros) => {
    expect(priceCall(priced, used)).toEqual({ costMicros });
  });

  it.each<[PricedModel, Usage, number | null]>([
    [{ provider: "openai", model: "gpt-4o-mini" }, usage(1_000, 100), 1_200],
    [{ provider: "openai", model: "gpt-4o-mini" }, usage(1_000, 100, 1_000), 300],
    [{ provider: "openai-compatible", model: "llama" }, usage(1_000, 1_000, 400), 1_000],
    [{ provider: "openai", model: "gpt-4o-mini" }, usage(1_000, 100, 500, 500), 750],
    [{ provider: "openai", model: "llama" }, usage(1_000, 1_000), null],
  ])("%o with %o costs %s by the workspace's own prices", (priced, used, costMicros) => {
    expect(priceCall(priced, used, overrides)).toEqual({ costMicros });
  });

  const anyModel = fc.constantFrom<PricedModel>(
    { provider: "openai", model: "gpt-4o-mini" },
    { provider: "openai", model: "gpt-6-sol" },
    { provider: "anthropic", model: "claude-sonnet-4-5" },
    { provider: "google", model: "gemini-2.5-pro" },
    { provider: "openai-compatible", model: "llama" },
    { provider: "offline", model: "offline" },
  );
  const anyUsage = fc.record({
    input: fc.nat(2_000_000),
    output: fc.nat(200_000),
    cached: fc.nat(2_000_000),
    cacheWrites: fc.nat(2_000_000),
    reasoning: fc.nat(1_000),
  });

  it.each([new Map(), overrides])(
    "is a whole number, never negative, and no call gets cheaper by more tokens",
    (own) => {
      fc.assert(
        fc.property(
          anyModel,
          anyUsage,
          fc.nat(100_000),
          fc.nat(100_000),
          (priced, used, moreInput, moreOutput) => {
            const cached = Math.min(used.cached, used.input);
            const given = { ...used, cached, cacheWrites: Math.min(used.cacheWrites, used.input - cached) };
            const cost = priceCall(priced, given, own).costMicros ?? 0;
            expect(Number.isSafeInteger(cost)).toBe(true);
            expect(cost).toBeGreaterThanOrEqual(0);
            const more = { ...given, input: given.input + moreInput, output: given.output + moreOutput };
            expect(priceCall(priced, more, own).costMicros ?? 0).toBeGreaterThanOrEqual(cost);
          },
        ),
      );
    },
  );

  it("never charges more for cached tokens", () => {
    fc.assert(
      fc.property(anyModel, anyUsage, (priced, used) => {
        const cached = priceCall(priced, { ...used, cached: used.input }).costMicros ?? 0;
        expect(cached).toBeLessThanOrEqual(priceCall(priced, { ...used, cached: 0 }).costMicros ?? 0);
      }),
    );
  });
});

describe("unitPrices", () => {
  it.each<[ProviderType, string, number | null, number | null]>([
    ["openai", "gpt-4o", 2_500_000, 10_000_000],
    ["anthropic", "claude-sonnet-4-5", 3_000_000, 15_000_000],
    ["openai", "gpt-4o-mini", 1_000_000, 2_000_000],
    ["offline", "offline", 0, 0],
    ["openai-compatible", "unknown", null, null],
  ])("%s/%s", (provider, model, inputPrice, outputPrice) => {
    expect(unitPrices({ provider, model }, overrides)).toEqual({ inputPrice, outputPrice });
  });
});
