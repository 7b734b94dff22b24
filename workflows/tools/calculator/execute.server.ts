import { tool } from "@langchain/core/tools";
import { z } from "zod";
import type { ToolMake } from "../execute";
import { calculate, shown } from "./arithmetic";
import { calculatorDefinition } from "./definition";

const args = z.object({ expression: z.string().max(1_000).describe("For example (12.5 + 3) * 4") });

export const makeCalculator: ToolMake<Record<string, never>> = (config) =>
  tool(({ expression }) => shown(calculate(expression)), {
    name: calculatorDefinition.name(config),
    description: calculatorDefinition.description(config),
    schema: args,
  });
