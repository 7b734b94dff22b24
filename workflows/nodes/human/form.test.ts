import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FormField, formKinds } from "@/workflows/form/form-field";
import { formJsonSchema } from "@/workflows/form/form-json-schema";
import { formProblems } from "@/workflows/form/form-problem";
import type { Json, JsonObject } from "@/workflows/graph/json";
import { fakeContext } from "@/workflows/testing/fake-context";
import { hostileValues } from "@/workflows/testing/hostile-values";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { misfitsOf } from "../misfits";
import { humanConfig } from "./config";
import { type DrawnField, drawnFieldProblem, drawnFieldSchema, formFieldOf } from "./drawn-form";

const drawn = (more: object): DrawnField => drawnFieldSchema.parse({ name: "x", ...more });
const base = {
  message: "?",
  answers: [
    { id: "yes", label: "Yes", tone: "primary" },
    { id: "no", label: "No", tone: "danger" },
  ],
  formChannel: "details",
};

function answered(fields: object[], form: Json | undefined, answer = "yes") {
  const given = { answer, ...(form !== undefined && { form: Object(form) }) };
  return runNode("human", { ...base, form: fields }, {}, {}, fakeContext({ answer: given }));
}

describe("a field as its author draws it", () => {
  it.each<[object, Partial<FormField>]>([
    [{ label: "  " }, { label: "x" }],
    [{ label: " Sum " }, { label: "Sum" }],
    [{ kind: "choice", options: " a \n\n\tb\r\n" }, { options: ["a", "b"] }],
    [{ kind: "text", options: "left\nover" }, { kind: "text" }],
    [
      { kind: "number", min: 0, max: 0 },
      { min: 0, max: 0 },
    ],
    [{ help: " \n" }, { required: true }],
  ])("%j is filled in as %j", (more, field) => {
    expect(formFieldOf(drawn(more))).toMatchObject(field);
  });

  it("leaves out what its kind does not have, however it was set before", () => {
    const all = { options: "a\nb", min: 1, max: 2 };
    expect(formFieldOf(drawn({ ...all, kind: "text" }))).not.toHaveProperty("options");
    expect(formFieldOf(drawn({ ...all, kind: "choice" }))).not.toHaveProperty("min");
    expect(formFieldOf(drawn({ kind: "text" }))).not.toHaveProperty("help");
  });

  it.each<[object, string | undefined]>([
    [{ kind: "choice" }, "options"],
    [{ kind: "choices", options: " \n\t\n" }, "options"],
    [{ kind: "choice", options: "a\na " }, "options"],
    [{ kind: "choice", options: "a\nA" }, undefined],
    [{ kind: "text", min: -1 }, "min"],
    [{ kind: "text", max: 1.5 }, "min"],
    [{ kind: "paragraph", min: 3, max: 2 }, "max"],
    [{ kind: "number", min: -1.5, max: -1.5 }, undefined],
    [{ kind: "number", min: 0.2, max: 0.1 }, "max"],
    [{ kind: "choice", options: "a", min: 3, max: 2 }, undefined],
  ])("%j is wrong at %s", (more, setting) => {
    expect(drawnFieldProblem(drawn(more))?.setting).toBe(setting);
  });

  it.each(["", "1st", "a b", "a.b", "__proto__", "constructor", "x".repeat(100), "ä"])(
    "may not be named %j",
    (name) => {
      const found = humanConfig.safeParse({ ...base, form: [{ name }] });
      expect(found.error?.issues.every(({ path }) => path.join(".") === "form.0.name")).toBe(true);
    },
  );

  it("has a name of its own", () => {
    const found = humanConfig.safeParse({ ...base, form: [{ name: "a" }, { name: "a" }] });
    expect(found.error?.issues.map(({ path }) => path.join("."))).toEqual(["form"]);
  });

  it("is told of by its place among many", () => {
    const form = [
      { name: "a" },
      { name: "b", kind: "choice" },
      { name: "c", kind: "number", min: 2, max: 1 },
    ];
    expect(issuesOf("human", { ...base, form }).map((issue) => issue.split(":")[0])).toEqual([
      "form.1.options",
      "form.2.max",
    ]);
  });
});

describe("what a person fills in", () => {
  const field = fc.record({
    kind: fc.constantFrom(...formKinds),
    required: fc.boolean(),
    options: fc.constant("a\nb\nc"),
    min: fc.constantFrom(undefined, 0, 1),
    max: fc.constantFrom(undefined, 2, 5),
  });
  const value = fc.constantFrom<Json[]>(
    ...hostileValues.map(([, each]) => each),
    "a",
    ["a", "b"],
    "2026-03-05",
    3,
    "zz",
  );

  it("that the form takes is taken by its JSON Schema, too", () => {
    fc.assert(
      fc.property(field, value, (more, given) => {
        const one = formFieldOf(drawn(more));
        const bySchema = misfitsOf(formJsonSchema([one]), { x: given }).length === 0;
        // The form says more than a schema can: that a text is not only white space, that a date exists.
        const byForm = formProblems([one], { x: given }).length === 0;
        expect({ given, lost: byForm && !bySchema }).toEqual({ given, lost: false });
      }),
      { numRuns: 500 },
    );
  });

  it.each(hostileValues)("is refused at its field or taken as it is: %s", async (_, given) => {
    for (const kind of formKinds) {
      const one = { name: "x", kind, options: "a\nb" };
      const found = await answered([one], { x: given }).catch((error: unknown) => error);
      const refused = { code: "invalid_input", details: { field: "form.x" } };
      const taken = { port: "yes", update: { details: { x: given } } };
      expect(found).toMatchObject(found instanceof Error ? refused : taken);
    }
  });

  it.each<[string, JsonObject | undefined, string]>([
    ["nothing at all", undefined, "form.x"],
    ["nothing in the field", { x: null }, "form.x"],
    ["a field too many", { x: "a", constructor: 1 }, "form.constructor"],
  ])("is refused where it is %s", async (_, form, at) => {
    await expect(answered([{ name: "x" }], form)).rejects.toMatchObject({ details: { field: at } });
  });

  it("may be left out where it is not required, and by whoever rejects", async () => {
    expect(await answered([{ name: "x", required: false }], {})).toMatchObject({ update: { details: {} } });
    expect(await answered([{ name: "x" }], undefined, "no")).toMatchObject({ port: "no", update: {} });
  });
});
