import { Environment } from "@marcbachmann/cel-js";
import { registerFunctions } from "./functions";
import { registerNulls } from "./nulls";
import { registerNumbers } from "./numbers";

/**
 * The one expression language: CEL with our functions, numbers that mix freely, and `?.`-like optional access.
 * Channels need no declaration to run; checking declares them in a clone.
 */
export const environment: Environment = registerNulls(
  registerNumbers(
    registerFunctions(
      new Environment({
        unlistedVariablesAreDyn: true,
        homogeneousAggregateLiterals: false,
        enableOptionalTypes: true,
        limits: { maxAstNodes: 5_000, maxDepth: 100 },
      }),
    ),
  ),
);
