import { z } from "zod";
import { defineTool } from "../definition";

export const unitsDefinition = defineTool({
  type: "units",
  title: "Units",
  summary: "Turns lengths, weights, temperatures and more into other units.",
  icon: "ruler",
  synonyms: ["convert", "measure", "metric", "imperial", "length", "weight", "temperature"],
  config: z.strictObject({}),
  initial: {},
  name: () => "convert_units",
  description: () =>
    "Turns an amount into another unit: length, area, volume, weight, time, temperature, energy, power, pressure, force, angle, data, and ratios such as km/h. No currencies.",
  repeatable: () => true,
  sample: { config: {}, args: { value: 5, from: "km", to: "miles" } },
});
