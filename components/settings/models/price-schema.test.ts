import { expect, it } from "vitest";
import { priceFormSchema } from "./price-schema";

const model = { provider: "openai", model: "gpt-next" };

it("reads dollars into micro-dollars and leaves an empty cached price out", () => {
  expect(priceFormSchema.parse({ ...model, input: "2.50", output: "$10", cachedInput: "" })).toEqual({
    ...model,
    input: 2_500_000,
    output: 10_000_000,
    cachedInput: undefined,
  });
});

it.each([
  [{ input: "", output: "1", cachedInput: "" }, "input"],
  [{ input: "1", output: "one", cachedInput: "" }, "output"],
  [{ input: "1", output: "1", cachedInput: "-3" }, "cachedInput"],
  [{ input: "1", output: "1", cachedInput: "", model: "  " }, "model"],
  [{ input: "1", output: "1", cachedInput: "", model: "x".repeat(201) }, "model"],
  [{ input: "1", output: "1", cachedInput: "", provider: "nobody" }, "provider"],
])("refuses %j at %s", (values, field) => {
  expect(
    priceFormSchema.safeParse({ ...model, ...values }).error?.issues.map((issue) => issue.path[0]),
  ).toEqual([field]);
});
