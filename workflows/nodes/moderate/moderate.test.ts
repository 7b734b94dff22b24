import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/workflows/graph/json";
import { AnsweringModel, askedOf } from "@/workflows/testing/answering-model";
import { fakeContext } from "@/workflows/testing/fake-context";
import { nodeContract } from "@/workflows/testing/node-contract";
import { runNode } from "@/workflows/testing/run-node";
import { moderationQuestion } from "../moderation-question";
import { verdictLine, verdictOf } from "../moderation-verdict";
import { moderateConfig, usualCategories } from "./definition";

nodeContract("moderate");

const categories = [
  { label: "hate", description: "Attacks people." },
  { label: "spam", description: "Sells something." },
];
const config = { model: "one", text: "{{ comment }}", categories, threshold: 0.5, output: "verdict" };
const scored = (hate: number, spam: number, reason = "Because.") => ({ scores: { hate, spam }, reason });

describe("a verdict", () => {
  it.each<[JsonObject | undefined, number, boolean, string[]]>([
    [scored(0, 0.49), 0.5, false, []],
    [scored(0, 0.5), 0.5, true, ["spam"]],
    [scored(0.6, 0.9), 0.5, true, ["spam", "hate"]],
    [scored(0.6, 0.9), 0.95, false, []],
    [{ scores: { hate: 1 }, reason: "" }, 0.5, true, ["hate"]],
    [{ scores: { hate: "high" }, reason: "" }, 0.5, false, []],
    [{ scores: { other: 1 }, reason: "" }, 0.5, false, []],
    [{ reason: "fine" }, 0.5, true, []],
    [{ scores: [1, 1] }, 0.5, true, []],
    [undefined, 0.5, true, []],
  ])("of %j at %d blocks: %s", (answer, threshold, blocked, named) => {
    const verdict = verdictOf(answer, ["hate", "spam"], threshold);
    expect(verdict).toMatchObject({ blocked, categories: named });
  });

  it.each([
    [verdictOf(scored(0, 0), ["hate"], 0.5), "Allowed."],
    [verdictOf(scored(0.8, 0.7), ["hate", "spam"], 0.5), "Blocked: hate (0.8), spam (0.7). Because."],
    [verdictOf(undefined, ["hate"], 0.5), "Blocked. The model's answer could not be read."],
  ])("is told in a line", (verdict, line) => {
    expect(verdictLine(verdict)).toBe(line);
  });
});

describe("moderate", () => {
  const run = (answer: object | string, context = fakeContext()) =>
    runNode("moderate", config, { comment: "x" }, askedOf(new AnsweringModel(answer)), context);

  it("lets pass what stays under the threshold", async () => {
    expect(await run(scored(0.1, 0.2))).toEqual({
      port: "allowed",
      update: {
        verdict: { blocked: false, categories: [], scores: { hate: 0.1, spam: 0.2 }, reason: "Because." },
      },
    });
  });

  it("blocks what reaches it, with the reason in the trace", async () => {
    const context = fakeContext();
    expect((await run(scored(0.1, 0.9), context)).port).toBe("blocked");
    expect(context.logs).toEqual(["warn: Blocked: spam (0.9). Because."]);
  });

  it.each([
    ["Looks fine to me."],
    [{ scores: { hate: 7, spam: 0 }, reason: "x" }],
    [{ scores: {}, reason: "x" }],
  ])("blocks where the answer cannot be read: %j", async (answer) => {
    expect((await run(answer)).port).toBe("blocked");
  });

  it("asks for a score of each category and for nothing else", () => {
    const { instructions, schema } = moderationQuestion(categories);
    expect(instructions).toContain("- hate: Attacks people.\n- spam: Sells something.");
    expect(schema).toMatchObject({
      properties: { scores: { required: ["hate", "spam"], additionalProperties: false } },
    });
  });

  it("comes with the usual categories", () => {
    expect(moderateConfig.parse({ model: "m" }).categories).toEqual(usualCategories);
    expect(moderateConfig.safeParse({ model: "m", categories: [] }).success).toBe(false);
    expect(moderateConfig.safeParse({ model: "m", categories: [categories[0], categories[0]] }).success).toBe(
      false,
    );
    expect(moderateConfig.safeParse({ model: "m", threshold: 0 }).success).toBe(false);
  });
});
