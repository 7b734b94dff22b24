import { expect, it } from "vitest";
import { pricedModels } from "./priced-models";

const model = (provider: "openai" | "offline", name: string, inputPrice: number | null) => ({
  reference: `c/${name}`,
  model: name,
  connection: "C",
  provider,
  inputPrice,
  outputPrice: inputPrice,
  facts: {},
});

it("lists a model of two connections once and leaves the offline model out", () => {
  const rows = pricedModels([model("openai", "m", 1), model("openai", "m", 1), model("offline", "o", 0)], []);
  expect(rows.map((row) => row.key)).toEqual(["openai/m"]);
});

it("keeps an unknown price unknown", () => {
  expect(pricedModels([model("openai", "m", null)], [])[0]).toMatchObject({ input: null, own: false });
});

it("puts the workspace's price over the list's, also for a model that no connection names", () => {
  const price = { input: 5, output: 6, cachedInput: 1 };
  const rows = pricedModels(
    [model("openai", "m", 1)],
    [
      { provider: "openai", model: "m", price },
      { provider: "google", model: "g", price: { input: 7, output: 8 } },
    ],
  );
  expect(rows).toEqual([
    { key: "openai/m", provider: "openai", model: "m", ...price, own: true },
    { key: "google/g", provider: "google", model: "g", input: 7, output: 8, cachedInput: null, own: true },
  ]);
});
