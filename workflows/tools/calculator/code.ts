import type { WriteTool } from "@/workflows/code/write/scope";
import { toolCode } from "../tool-code";
import { calculatorDefinition } from "./definition";

export const writeCalculator: WriteTool<Record<string, never>> = (config, scope) => {
  scope.use("./lib/tools/calculator/arithmetic", "calculate", "shown");
  scope.use("zod", "z");
  return toolCode(calculatorDefinition, config, scope, {
    handler: "({ expression }) => shown(calculate(expression))",
    schema: 'z.object({ expression: z.string().max(1_000).describe("For example (12.5 + 3) * 4") })',
  });
};
