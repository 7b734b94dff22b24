import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/workflows/graph/json";
import { misfitsOf } from "../misfits";
import { moderationQuestion } from "../moderation-question";
import { verdictLine, verdictOf } from "../moderation-verdict";
import { moderateConfig } from "./definition";

const labels = ["hate", "spam", "constructor"];
const score = fc.integer({ min: 0, max: 100 }).map((part) => part / 100);
const scores = fc
  .record({ hate: score, spam: score, constructor: score })
  .map((each): JsonObject => ({ ...each }));
const threshold = fc.integer({ min: 5, max: 100 }).map((part) => part / 100);

describe("a verdict", () => {
  it("blocks exactly what scores as much as the threshold or more, the clearest first", () => {
    fc.assert(
      fc.property(scores, threshold, (given, least) => {
        const { blocked, categories } = verdictOf({ scores: given, reason: "" }, labels, least);
        const over = labels.filter((label) => Number(given[label]) >= least);
        expect(blocked).toBe(over.length > 0);
        expect(categories.toSorted()).toEqual(over.toSorted());
        const found = categories.map((label) => Number(given[label]));
        expect(found).toEqual(found.toSorted((one, other) => other - one));
      }),
    );
  });

  it("by a lower threshold blocks all that a higher one blocks", () => {
    fc.assert(
      fc.property(scores, threshold, threshold, (given, one, other) => {
        const [loose, strict] = [Math.max(one, other), Math.min(one, other)].map((least) =>
          verdictOf({ scores: given, reason: "" }, labels, least),
        );
        expect(strict?.categories).toEqual(expect.arrayContaining(loose?.categories ?? []));
      }),
    );
  });

  it("knows of no category but its own, and scores each", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("hate", "other", "toString"), score), (given) => {
        const verdict = verdictOf({ scores: { ...given }, reason: "" }, labels, 0.5);
        expect(Object.keys(verdict.scores)).toEqual(labels);
        expect(labels).toEqual(expect.arrayContaining(verdict.categories));
      }),
    );
  });

  it.each<[JsonObject | undefined]>([
    [undefined],
    [{}],
    [{ scores: null }],
    [{ scores: "0" }],
    [{ scores: [0, 0] }],
    [{ hate: 0 }],
  ])("that cannot be read lets nothing pass: %j", (answer) => {
    const verdict = verdictOf(answer, labels, 0.5);
    expect(verdict).toMatchObject({ blocked: true, categories: [] });
    expect(verdictLine(verdict)).toBe("Blocked. The model's answer could not be read.");
  });

  it("is one line for the trace, whatever the reason", () => {
    const verdict = verdictOf({ scores: { hate: 0.9 }, reason: "" }, ["hate"], 0.5);
    expect(verdictLine(verdict)).toBe("Blocked: hate (0.9).");
  });
});

describe("what a model may answer", () => {
  const categories = labels.map((label) => ({ label, description: `About ${label}.` }));
  const { schema, instructions } = moderationQuestion(categories);

  it("is a score from 0 to 1 for every category, and a reason", () => {
    fc.assert(
      fc.property(scores, (given) => {
        expect(misfitsOf(schema, { scores: given, reason: "x" })).toEqual([]);
        const { hate: _, ...less } = given;
        expect(misfitsOf(schema, { scores: less, reason: "x" })).not.toEqual([]);
      }),
    );
  });

  it.each([
    [{ hate: 1.7, spam: 0, constructor: 0 }],
    [{ hate: -1, spam: 0, constructor: 0 }],
    [{ hate: "0", spam: 0, constructor: 0 }],
    [{ hate: 0, spam: 0, constructor: 0, war: 1 }],
  ])("is not %j", (given) => {
    expect(misfitsOf(schema, { scores: given, reason: "x" })).not.toEqual([]);
  });

  it("is told by every category's name and what belongs to it", () => {
    for (const { label, description } of categories)
      expect(instructions).toContain(`- ${label}: ${description}`);
  });
});

describe("what people type", () => {
  const category = { label: "A", description: "x" };

  it.each<[object, string]>([
    [{ categories: [] }, "categories"],
    [{ categories: [category, category] }, "categories"],
    [{ categories: [{ ...category, label: "" }] }, "categories.0.label"],
    [{ categories: [{ ...category, label: "__proto__" }] }, "categories.0.label"],
    [{ categories: [{ ...category, description: "" }] }, "categories.0.description"],
    [{ threshold: 1.01 }, "threshold"],
    [{ threshold: null }, "threshold"],
    [{ output: "x y" }, "output"],
  ])("%j is refused at its field", (more, field) => {
    const found = moderateConfig.safeParse({ model: "m", text: "x", ...more });
    expect(found.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});
