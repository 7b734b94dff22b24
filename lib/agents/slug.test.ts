import fc from "fast-check";
import { expect, test } from "vitest";
import { agentSlug } from "@/lib/api/contract/agents";
import { slugCandidates, slugOf } from "./slug";

test.each([
  ["Support (EU) – Überblick", "support-eu-uberblick"],
  ["  Hello,  World!  ", "hello-world"],
  ["日本語", "agent"],
  ["", "agent"],
  ["a".repeat(200), "a".repeat(48)],
  [`${"a".repeat(47)} b`, "a".repeat(47)],
])("%j becomes %j", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test("every candidate of every name is a legal address, and they differ", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      const candidates = slugCandidates(name);
      const first = Array.from({ length: 12 }, () => candidates.next().value);
      for (const slug of first) expect(agentSlug.safeParse(slug).success).toBe(true);
      expect(new Set(first).size).toBe(first.length);
    }),
  );
});
