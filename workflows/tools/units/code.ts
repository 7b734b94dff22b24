import type { WriteTool } from "@/workflows/code/write/scope";
import { toolCode } from "../tool-code";
import { unitsDefinition } from "./definition";

export const writeUnits: WriteTool<Record<string, never>> = (config, scope) => {
  scope.use("./lib/tools/units/converted", "converted");
  scope.use("zod", "z");
  return toolCode(unitsDefinition, config, scope, {
    handler: "({ value, from, to }) => converted(value, from, to)",
    schema:
      'z.object({ value: z.number(), from: z.string().max(60).describe("Unit of the value, such as km or °F"), to: z.string().max(60).describe("Unit that is wanted, such as miles or °C") })',
  });
};
