import { expressionCode } from "@/workflows/code/write/expression";
import { literal } from "@/workflows/code/write/literal";
import type { WriteNode } from "@/workflows/code/write/scope";
import { own } from "@/workflows/graph/record";
import type { MapConfig } from "./definition";

export const writeMap: WriteNode<MapConfig> = (config, scope) => {
  const { list, graph, inputs, item, index, collect, places, most, target, errors, onItemError } = config;
  const inside = scope.inside();
  scope.use(inside.graph, "agent", "settings");
  scope.use(inside.state, "channels as insideChannels", "inputs as insideInputs");
  scope.use("./state", "channels");
  scope.use("./lib/inside", "failureIn");
  scope.use("./lib/fan-out", "fanOut");
  scope.use("./lib/nodes/map/entries", "collected", "entriesOf");
  scope.use("./lib/nodes/values-in", "valuesIn");
  const defaults = inputs.flatMap(({ to }) => {
    const initial = own(graph.channels, to)?.default;
    return initial === undefined ? [] : [[to, { default: initial }]];
  });
  const entry = [
    "...shared",
    ...(index ? [`[${literal(index)}]: index`] : []),
    ...(item ? [`[${literal(item)}]: entry`] : []),
  ];
  return [
    "const inside = { agent, settings, channels: insideChannels, inputs: insideInputs };",
    `const entries = entriesOf(${literal(list)}, ${expressionCode(list, scope)}, ${most});`,
    `const shared = valuesIn(${literal(inputs)}, ${literal(Object.fromEntries(defaults))}, state);`,
    `const given = entries.map((entry, index) => ({ ${entry.join(", ")} }));`,
    `const options = ${literal({ collect: collect ?? "", places, keepsGoing: onItemError !== "fail" })};`,
    "const ends = await fanOut(inside, given, options, failureIn(channels, state), config);",
    `return { update: collected(${literal({ ...(target && { target }), ...(errors && { errors }), onItemError })}, ends) };`,
  ];
};
