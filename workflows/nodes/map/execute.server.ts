import { evaluate } from "@/workflows/expressions/evaluate";
import type { NodeExecute } from "../execute";
import { valuesIn } from "../values-in";
import type { MapConfig } from "./definition";
import { collected, entriesOf } from "./entries";
import { labelOf } from "./label";

/**
 * Runs again from its top after a pause inside. The list is the same then, for the state is that of the superstep and
 * expressions know no clock and no chance.
 */
export const executeMap: NodeExecute<MapConfig> = (config) => async (state, context) => {
  const { graph, inputs, item, index: place, places, onItemError, collect } = config;
  const entries = entriesOf(config.list, evaluate(config.list, state), config.most);
  const shared = valuesIn(inputs, graph.channels, state);
  const items = entries.map((entry, index) => ({
    label: labelOf(entry),
    given: { ...shared, ...(place && { [place]: index }), ...(item && { [item]: entry }) },
  }));
  const keepsGoing = onItemError !== "fail";
  const ends = await context.runEach({ items, collect: collect ?? "", places, keepsGoing });
  return { update: collected(config, ends) };
};
