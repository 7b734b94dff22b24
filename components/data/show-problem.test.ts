import { expect, it, vi } from "vitest";
import { ApiProblem } from "@/lib/api/client/call";
import { showProblem } from "./show-problem";

/** What a form with a model and its prices shows of a refusal, by field. */
function shown(error: unknown): Record<string, string> {
  const errors: Record<string, string> = {};
  const setError = vi.fn((name: string, { message }: { message: string }) => {
    errors[name] = message;
  });
  const form = {
    getValues: () => ({ model: "m", input: "1", output: "1", settings: { region: "" } }),
    setError,
  };
  // Only the two functions of a form that it uses.
  showProblem(form as unknown as Parameters<typeof showProblem>[0], error);
  return errors;
}

const refusal = (more: { field?: string; data?: unknown }) =>
  new ApiProblem({
    type: "about:blank",
    title: "Invalid input",
    status: 422,
    code: "invalid_input",
    detail: "price.input: Too large",
    requestId: "r",
    ...more,
  });

it.each([
  ["a nested field", { fields: [{ field: "price.input", message: "Too large" }] }, { input: "Too large" }],
  [
    "several at once",
    {
      fields: [
        { field: "model", message: "Name the model" },
        { field: "price.output", message: "Too large" },
      ],
    },
    { model: "Name the model", output: "Too large" },
  ],
  [
    "a field of a form that is nested itself",
    { fields: [{ field: "settings.region", message: "Enter a region" }] },
    { "settings.region": "Enter a region" },
  ],
  [
    "one that the form does not have, above the form",
    { fields: [{ field: "price.batch", message: "Not known" }] },
    { root: "price.input: Too large" },
  ],
])("shows %s", (_name, data, expected) => {
  expect(shown(refusal({ field: data.fields[0]?.field, data }))).toEqual(expected);
});

it("shows a refusal that names a field in its own words", () => {
  expect(shown(refusal({ field: "model" }))).toEqual({ model: "price.input: Too large" });
});

it("shows what names no field above the form", () => {
  expect(shown(refusal({}))).toEqual({ root: "price.input: Too large" });
  expect(shown(new Error("Lost"))).toHaveProperty("root");
});
