import { z } from "zod";
import { defineTool } from "../definition";

export const calculatorDefinition = defineTool({
  type: "calculator",
  title: "Calculator",
  summary: "Works out arithmetic exactly instead of guessing it.",
  icon: "calculator",
  synonyms: ["math", "arithmetic", "sum", "compute"],
  config: z.strictObject({}),
  initial: {},
  name: () => "calculator",
  description: () =>
    "Works out an arithmetic expression, e.g. (12.5 + 3) * 4. Knows + - * / % ^, brackets, sqrt, abs, round, floor, ceil, min, max, ln, log, exp, pi and e.",
  repeatable: () => true,
  sample: { config: {}, args: { expression: "(2 + 3) * 4" } },
});
