import { expect, it } from "vitest";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { converted } from "./converted";
import { makeUnits } from "./execute.server";

it.each<[number, string, string, string]>([
  [5, "km", "miles", "5 km = 3.10685596119 miles"],
  [20, "°C", "°F", "20 °C = 68 °F"],
  [-40, "F", "C", "-40 F = -40 C"],
  [3, "Feet", "cm", "3 Feet = 91.44 cm"],
  [2, "m²", "cm2", "2 m² = 20000 cm2"],
  [36, "km/h", "m/s", "36 km/h = 10 m/s"],
  [60, "mph", "km/h", "60 mph = 96.56064 km/h"],
  [1, "GB", "MB", "1 GB = 1000 MB"],
  [90, "minutes", "h", "90 minutes = 1.5 h"],
])("%d %s in %s", (value, from, to, sentence) => {
  expect(converted(value, from, to)).toBe(sentence);
});

it.each([
  ["km", "furlongs per fortnight", "“furlongs per fortnight” is no unit"],
  ["", "km", "is no unit"],
  ["constructor", "km", "is no unit"],
  ["km/h/s", "km", "is no unit"],
  ["km", "kg", "measure different things"],
  ["km/h", "km", "measure different things"],
  ["km", "km/h", "measure different things"],
  ["km/h", "km/kg", "measure different things"],
])("%s into %s is refused in words", (from, to, words) => {
  expect(() => converted(1, from, to)).toThrow(words);
});

it("is what the model calls", async () => {
  const tool = makeUnits({}, fakeServices(), fakeContext());
  expect(await tool.invoke({ value: 1, from: "kg", to: "g" })).toBe("1 kg = 1000 g");
  await expect(tool.invoke({ value: "one", from: "kg", to: "g" })).rejects.toThrow(/schema/);
});
