import { describe, expect, it } from "vitest";
import { draw, end, node, start } from "@/workflows/compile/testing/draw";
import type { JsonObject } from "@/workflows/graph/json";
import { AnsweringModel, askedOf } from "@/workflows/testing/answering-model";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { validateDocument } from "../validate";
import { classifyConfig, classifyDefinition } from "./definition";
import { labelsIn } from "./labels";
import { labelQuestion } from "./question";

nodeContract("classify");

const labels = [
  { id: "l1", label: "Praise", description: "Thanks." },
  { id: "l2", label: "Complaint", description: "" },
  { id: "l3", label: "Question", description: "" },
];
const unwritten = { model: "one", text: "{{ mail }}", labels };
const config = { ...unwritten, output: "kind" };
const run = (answer: object | string, more = {}, settings: object = config) =>
  runNode("classify", { ...settings, ...more }, { mail: "x" }, askedOf(new AnsweringModel(answer)));

describe("classify", () => {
  it.each<[string, object | string, object, object]>([
    ["the label", { label: "Praise" }, {}, { update: { kind: "Praise" } }],
    ["nothing where none fits", { label: "none" }, {}, { update: { kind: null } }],
    ["nothing where the answer cannot be read", "Praise!", {}, { update: { kind: null } }],
    ["nothing where the label is unheard of", { label: "praise" }, {}, { update: { kind: null } }],
    [
      "all labels as a list",
      { labels: ["Complaint", "Praise", "Complaint"] },
      { multiple: true },
      { update: { kind: ["Complaint", "Praise"] } },
    ],
    ["an empty list", { labels: [] }, { multiple: true }, { update: { kind: [] } }],
  ])("writes %s", async (_, answer, more, expected) => {
    expect(await run(answer, more)).toEqual(expected);
  });

  it.each<[object | string, string]>([
    [{ label: "Complaint" }, "l2"],
    [{ label: "none" }, "else"],
    ["?", "else"],
  ])("goes after %j by the port %s", async (answer, port) => {
    expect(await run(answer, { byPort: true }, unwritten)).toEqual({ port, update: {} });
  });

  it("has one port where there may be several labels", async () => {
    expect(await run({ labels: ["Praise"] }, { byPort: true, multiple: true })).toEqual({
      update: { kind: ["Praise"] },
    });
    const ports = (more: object) =>
      classifyDefinition.ports(classifyConfig.parse({ ...config, ...more })).map(({ name }) => name);
    expect(ports({ byPort: true, multiple: true })).toEqual(["out"]);
    expect(ports({ byPort: true })).toEqual(["l1", "l2", "l3", "else"]);
  });

  it("lets the model answer with nothing but the labels", () => {
    const single = labelQuestion(labels, false);
    expect(single.schema).toMatchObject({
      properties: { label: { enum: ["Praise", "Complaint", "Question", "none"] } },
    });
    expect(single.instructions).toContain("- Praise: Thanks.\n- Complaint\n");
    const several = labelQuestion(labels, true);
    expect(several.schema).toMatchObject({
      properties: { labels: { items: { enum: ["Praise", "Complaint", "Question"] } } },
    });
  });

  it.each<[JsonObject | undefined, string[]]>([
    [undefined, []],
    [{}, []],
    [{ label: 1 }, []],
    [{ labels: "Praise" }, []],
    [{ labels: [null, "Praise", "none"] }, ["Praise"]],
  ])("finds in %j: %j", (verdict, found) => {
    expect(labelsIn(verdict, labels)).toEqual(found);
  });

  it("says where a label would go nowhere", () => {
    expect(issuesOf("classify", unwritten)).toEqual([
      expect.stringMatching(/^output: The label goes nowhere/),
    ]);
    expect(issuesOf("classify", { ...unwritten, byPort: true })).toEqual([]);
  });

  it.each([
    ["one label", [labels[0]]],
    ["two of one name", [labels[0], { ...labels[1], label: "Praise" }]],
    ["the model's own word", [labels[0], { id: "x", label: "none" }]],
  ])("refuses %s", (_, list) => {
    expect(classifyConfig.safeParse({ ...config, labels: list }).success).toBe(false);
  });

  it("tells a switch behind it which labels there are", () => {
    const cases = ["Praise", "Complaints"].map((equals, index) => ({
      id: `c${index}`,
      label: equals,
      equals,
    }));
    const document = draw({
      channels: {
        mail: { type: "string", reducer: "replace" },
        kind: { type: "string", reducer: "replace" },
      },
      nodes: {
        start: start("mail"),
        sort: node("classify", config),
        choose: node("switch", { value: "kind", cases }),
        end: end(),
      },
      edges: ["start > sort", "sort > choose", "choose.c0 > end", "choose.c1 > end", "choose.else > end"],
    });
    expect(validateDocument(document).map(({ message }) => message)).toEqual([
      expect.stringMatching(/“Complaints” can never be taken.*Did you mean “Complaint”\?/),
    ]);
  });
});
