import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnsweringModel, askedOf } from "@/workflows/testing/answering-model";
import { runNode } from "@/workflows/testing/run-node";
import { misfitsOf } from "../misfits";
import { classifyConfig, classifyDefinition } from "./definition";
import { labelsIn } from "./labels";
import { labelQuestion, noLabel } from "./question";

const labels = [
  { id: "a", label: "Praise", description: "" },
  { id: "b", label: "Complaint", description: "Something is wrong." },
  { id: "c", label: "praise", description: "Something is wrong." },
];
const names = labels.map(({ label }) => label);
const config = { model: "m", text: "{{ t }}", labels, output: "out" };

describe("the labels that an answer names", () => {
  it("are labels that there are, each once, in the order of the answer", () => {
    const name = fc.constantFrom(...names, noLabel, "Other", "", "PRAISE", " Praise", "a");
    fc.assert(
      fc.property(fc.array(name), (given) => {
        const found = labelsIn({ labels: given }, labels);
        expect(found).toEqual([...new Set(given.filter((each) => names.includes(each)))]);
      }),
    );
  });

  it.each<[unknown, string[]]>([
    [{ label: "Praise" }, ["Praise"]],
    [{ label: "Praise", labels: ["Complaint"] }, ["Complaint"]],
    [{ labels: "Praise" }, []],
    [{ label: ["Praise"] }, []],
    [{ label: noLabel }, []],
    [{ label: null }, []],
    [{ labels: [null, 1, {}, ["Praise"], "Complaint"] }, ["Complaint"]],
    [{}, []],
    [undefined, []],
  ])("of %j are %j", (verdict, found) => {
    expect(labelsIn(verdict === undefined ? undefined : JSON.parse(JSON.stringify(verdict)), labels)).toEqual(
      found,
    );
  });
});

describe("what a model may answer", () => {
  it.each([false, true])("is what the node can read, and nothing else: several %s", (multiple) => {
    const { schema } = labelQuestion(labels, multiple);
    const fits = (value: unknown) => misfitsOf(schema, value).length === 0;
    const of = (label: string) => (multiple ? { labels: [label] } : { label });
    for (const name of names) expect(fits(of(name))).toBe(true);
    for (const name of ["Other", "a", "", "PRAISE"]) expect(fits(of(name))).toBe(false);
    expect(fits(multiple ? { labels: [] } : { label: noLabel })).toBe(true);
    expect(fits({ ...of("Praise"), more: 1 })).toBe(false);
    expect(fits(null)).toBe(false);
  });

  it("is told by every label's name and what belongs to it", () => {
    const { instructions } = labelQuestion(labels, false);
    expect(instructions).toContain(
      "- Praise\n- Complaint: Something is wrong.\n- praise: Something is wrong.",
    );
    expect(instructions).toContain(`“${noLabel}”`);
  });
});

describe("a visit", () => {
  const visit = (answer: object | string, more: object = {}) =>
    runNode("classify", { ...config, ...more }, { t: "x" }, askedOf(new AnsweringModel(answer)));

  it.each([
    [{ label: "praise" }, { port: "c", out: "praise" }],
    [{ label: "Praise" }, { port: "a", out: "Praise" }],
    [{ label: noLabel }, { port: "else", out: null }],
    ["Praise!", { port: "else", out: null }],
  ])("after %j leaves by the label's own port: %j", async (answer, { port, out }) => {
    expect(await visit(answer, { byPort: true })).toEqual({ port, update: { out } });
  });

  it.each([
    [{ labels: ["Complaint", "Praise"] }, ["Complaint", "Praise"]],
    [{ labels: ["Praise", "Praise"] }, ["Praise"]],
    [{ labels: [] }, []],
    ["no", []],
  ])("for several writes a list of all that fit, and has one way on: %j", async (answer, out) => {
    expect(await visit(answer, { multiple: true, byPort: true })).toEqual({ update: { out } });
  });

  it("has ports that are the same whatever the labels are called", () => {
    const parsed = classifyConfig.parse({ ...config, byPort: true });
    const renamed = {
      ...parsed,
      labels: parsed.labels.map((each) => ({ ...each, label: `${each.label}!` })),
    };
    const ids = (each: typeof parsed) => classifyDefinition.ports(each).map(({ name }) => name);
    expect(ids(renamed)).toEqual(ids(parsed));
    expect(ids({ ...parsed, multiple: true })).toEqual(["out"]);
  });
});

describe("what people type", () => {
  const [a = { id: "a", label: "A", description: "" }, b = a] = labels;

  it.each<[object, string]>([
    [{ labels: [a] }, "labels"],
    [{ labels: [a, { ...b, label: "Praise" }] }, "labels"],
    [{ labels: [a, { ...b, id: "a" }] }, "labels"],
    [{ labels: [a, { ...b, label: "None" }] }, "labels.1.label"],
    [{ labels: [a, { ...b, label: "" }] }, "labels.1.label"],
    [{ labels: [a, { ...b, id: "else" }] }, "labels.1.id"],
    [{ labels: [a, { ...b, description: "x".repeat(2_001) }] }, "labels.1.description"],
    [{ multiple: "no" }, "multiple"],
    [{ byPort: 1 }, "byPort"],
  ])("%.90j is refused at its field", (more, field) => {
    const found = classifyConfig.safeParse({ ...config, ...more });
    expect(found.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});
