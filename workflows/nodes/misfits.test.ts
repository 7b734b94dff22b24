import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/workflows/graph/json";
import { AnsweringModel, askedOf } from "@/workflows/testing/answering-model";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { answerProblem } from "./check-answer";
import { misfitsOf, refuseSchema, schemaIssues } from "./misfits";
import type { NodeType } from "./registry";

/** Schemas that people and tool servers do write, and that nothing can be checked by. */
const unreadable: [string, JsonObject, RegExp][] = [
  ["a type that does not exist", { type: "text" }, /Unsupported type: text/],
  ["a condition", { if: { type: "string" }, else: {} }, /if\/then\/else/],
  ["what must not be", { not: { type: "string" } }, /not is not supported/],
  ["a reference to nothing", { $ref: "#/$defs/nothing" }, /Reference not found/],
  ["a reference to elsewhere", { $ref: "https://example.com/s.json" }, /External \$ref/],
  ["a pattern that is none", { type: "string", pattern: "(" }, /Invalid regular expression/],
  [
    "one deep inside",
    { type: "object", properties: { a: { type: "array", items: { type: "x" } } } },
    /type: x/,
  ],
];

describe("a schema that cannot be read", () => {
  it.each(unreadable)("is refused with its reason: %s", (_, schema, reason) => {
    expect(() => refuseSchema(schema)).toThrow(
      expect.objectContaining({ code: "invalid_input", details: { field: "schema" } }),
    );
    expect(schemaIssues(schema)).toEqual([
      expect.objectContaining({ path: { field: "schema" }, message: expect.stringMatching(reason) }),
    ]);
  });

  it.each(unreadable)("refuses no value, for a foreign tool checks by itself: %s", (_, schema) => {
    expect(misfitsOf(schema, { a: 1 })).toEqual([]);
    const tool = { name: "pay", purpose: "", args: {}, schema };
    const answers = [{ id: "approve", label: "Approve", tone: "primary" as const }];
    const call = { message: "?", tool, answers, allowText: false };
    expect(answerProblem(call, { answer: "approve", args: { a: 1 } }, {})).toBeUndefined();
  });

  it.each<[NodeType, JsonObject]>([
    ["extract", { model: "m", text: "{{ t }}", output: "o" }],
    ["model", { model: "m", prompt: "{{ t }}", format: "json", output: "o" }],
    ["guardrail", { text: "{{ t }}", target: "o" }],
  ])("is told of at the field of %s, and no model is asked", async (type, config) => {
    const schema = { not: { type: "string" } };
    expect(issuesOf(type, { ...config, schema })).toEqual([
      expect.stringMatching(/^schema: This schema cannot be used: not is not supported/),
    ]);
    const model = new AnsweringModel({ a: 1 });
    await expect(runNode(type, { ...config, schema }, { t: "{}" }, askedOf(model))).rejects.toMatchObject({
      code: "invalid_input",
      details: { field: "schema" },
    });
    expect(model.asked).toEqual([]);
  });
});

describe("a schema that can be read", () => {
  const schema = {
    type: "object",
    properties: { n: { type: "integer", minimum: 1 }, list: { type: "array", items: { type: "string" } } },
    required: ["n"],
    additionalProperties: false,
  };

  it.each<[string, unknown, string[]]>([
    ["fits", { n: 1, list: ["a"] }, []],
    ["lacks a field", {}, ["n"]],
    ["is wrong deep inside", { n: 1, list: ["a", 2] }, ["list.1"]],
    ["has too much", { n: 1, more: 1 }, [""]],
    ["is too small", { n: 0 }, ["n"]],
    ["is a fraction", { n: 1.5 }, ["n"]],
    ["is no number at all", { n: Number.NaN }, ["n"]],
    ["is nothing", null, [""]],
    ["is not there", undefined, [""]],
    ["is a list", [], [""]],
  ])("says where a value %s", (_, value, paths) => {
    expect(misfitsOf(schema, value).map(({ path }) => path)).toEqual(paths);
    expect(schemaIssues(schema)).toEqual([]);
  });

  it("is none where none is set", () => {
    expect(schemaIssues(undefined)).toEqual([]);
  });
});
