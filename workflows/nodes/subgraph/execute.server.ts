import type { z } from "zod";
import type { NodeExecute } from "../execute";
import { valuesIn } from "../values-in";
import type { subgraphConfig } from "./definition";
import { valuesOut } from "./map-values";

/** Runs again from its top after a pause inside; the graph inside then goes on where it stood. */
export const executeSubgraph: NodeExecute<z.output<typeof subgraphConfig>> =
  (config) => async (state, context) => {
    const { values, failure } = await context.runInside(
      valuesIn(config.inputs, config.graph.channels, state),
    );
    return { ...valuesOut(config, context.channels, state, values), ...(failure ? { failure } : {}) };
  };
