import type { z } from "zod";
import { literal } from "@/workflows/code/write/literal";
import type { WriteNode } from "@/workflows/code/write/scope";
import { own } from "@/workflows/graph/record";
import type { subgraphConfig } from "./definition";

export const writeSubgraph: WriteNode<z.output<typeof subgraphConfig>> = (config, scope) => {
  const { graph, inputs, outputs } = config;
  const inside = scope.inside();
  scope.use(inside.graph, "agent", "settings");
  scope.use(inside.state, "channels as insideChannels", "inputs as insideInputs");
  scope.use("./state", "channels");
  scope.use("./lib/inside", "failureIn", "runInside");
  scope.use("./lib/nodes/subgraph/map-values", "valuesOut");
  scope.use("./lib/nodes/values-in", "valuesIn");
  const defaults = inputs.flatMap(({ to }) => {
    const initial = own(graph.channels, to)?.default;
    return initial === undefined ? [] : [[to, { default: initial }]];
  });
  return [
    "const inside = { agent, settings, channels: insideChannels, inputs: insideInputs };",
    `const pairs = ${literal({ inputs, outputs })};`,
    `const given = valuesIn(pairs.inputs, ${literal(Object.fromEntries(defaults))}, state);`,
    "const { values, failure } = await runInside(inside, given, failureIn(channels, state), config);",
    "return { ...valuesOut(pairs, channels, state, values), failure };",
  ];
};
