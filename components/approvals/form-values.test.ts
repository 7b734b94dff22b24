import { expect, it } from "vitest";
import type { FormField, FormKind } from "@/workflows/form/form-field";
import type { Json } from "@/workflows/graph/json";
import { formValues, problemsByField } from "./form-values";

const field = (kind: FormKind, more: Partial<FormField> = {}): FormField => ({
  name: "it",
  label: "It",
  kind,
  required: true,
  options: ["a", "b"],
  ...more,
});

it.each<[FormKind, string, Json]>([
  ["text", "Hi", "Hi"],
  ["number", " 2.5 ", 2.5],
  ["integer", "3", 3],
  ["boolean", "true", true],
  ["boolean", "false", false],
  ["choice", "a", "a"],
  ["choices", "a\nb", ["a", "b"]],
  ["date", "2026-03-05", "2026-03-05"],
])("%s: %j is %j", (kind, text, value) => {
  const values = formValues([field(kind)], { it: text });
  expect(values).toEqual({ it: value });
  expect(problemsByField([field(kind)], values, false)).toEqual({});
});

it("leaves out what is empty; a switch that nobody touched is off", () => {
  expect(formValues([field("text"), field("number", { name: "n" })], { it: " " })).toEqual({});
  expect(formValues([field("boolean")], {})).toEqual({ it: false });
  expect(formValues([field("boolean", { required: false })], {})).toEqual({});
});

it("says what is wrong at its field, and nothing of what a rejection may leave out", () => {
  const fields = [field("number"), field("text", { name: "why", label: "Why" })];
  const values = formValues(fields, { it: "many" });
  expect(problemsByField(fields, values, false)).toEqual({
    it: "“It” needs a number.",
    why: "Fill in “Why”.",
  });
  expect(problemsByField(fields, values, true)).toEqual({ it: "“It” needs a number." });
});
