import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import { factsOf } from "@/workflows/graph/node-facts";
import { type Part, partOf } from "@/workflows/graph/part";
import { own } from "@/workflows/graph/record";
import { channelValueProblem } from "@/workflows/nodes/channel-value";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import type { RunInput } from "../input/run-inputs";

/** The channels that the nodes of a part read, by name: what a run that begins there has to find. */
export function partInputs(document: GraphDocument, part: Part): RunInput[] {
  const read = [...partOf(document, nodeDefinitions, part)].flatMap((id) => {
    const node = own(document.nodes, id);
    return node ? factsOf(node, nodeDefinitions).reads : [];
  });
  const names = [...new Set(read.map(({ channel }) => channel))].sort();
  return names.flatMap((name): RunInput[] => {
    const channel = own(document.channels, name);
    const required = read.some((each) => each.channel === name && !each.optional);
    return channel ? [{ channel: name, type: channel.type, required, description: channel.description }] : [];
  });
}

/** Of some values those that the graph's channels can hold as it is now. */
export function fittingValues(channels: GraphDocument["channels"], values: JsonObject): JsonObject {
  const fitting = Object.entries(values).filter(([name, value]) => {
    const channel = own(channels, name);
    return channel && value !== null && channelValueProblem(channel.type, value) === undefined;
  });
  return Object.fromEntries(fitting);
}

/** What the channels hold before anything has run. */
export function defaultValues(document: GraphDocument, inputs: readonly RunInput[]): JsonObject {
  return Object.fromEntries(
    inputs.flatMap(({ channel }) => {
      const preset = own(document.channels, channel)?.default;
      return preset === undefined ? [] : [[channel, preset]];
    }),
  );
}
