import type { ChannelType } from "@/workflows/graph/channel";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Json, JsonObject } from "@/workflows/graph/json";
import { factsOf, shownChannels } from "@/workflows/graph/node-facts";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { faceOf } from "@/workflows/nodes/registry.faces";

/** A channel that Start asks for. */
export interface RunInput {
  channel: string;
  type: ChannelType;
  required: boolean;
  description?: string | undefined;
  /** Models are shown what it holds: images and files. */
  attachments?: boolean;
}

/** What a run of this graph is started with, in the order Start names it. */
export function runInputs(document: GraphDocument): RunInput[] {
  const start = Object.values(document.nodes).find((node) => faceOf(node.type)?.role === "start");
  if (!start) return [];
  const shown = shownChannels(document, nodeDefinitions);
  return factsOf(start, nodeDefinitions).inputs.map(({ channel, required }) => ({
    channel,
    required,
    type: document.channels[channel]?.type ?? "any",
    description: document.channels[channel]?.description,
    attachments: shown.has(channel),
  }));
}

/** The channel that takes a chat message, if the graph has one. */
export function chatChannel(inputs: readonly RunInput[]): string | null {
  return inputs.find((input) => input.type === "messages")?.channel ?? null;
}

/** Names of required inputs that nothing was entered for. */
export function missingInputs(inputs: readonly RunInput[], values: JsonObject): string[] {
  return inputs
    .filter(
      (input) => input.required && input.type !== "messages" && isEmpty(values[input.channel], input.type),
    )
    .map((input) => input.channel);
}

function isEmpty(value: Json | undefined, type: ChannelType): boolean {
  return value === undefined || (type === "string" && value === "");
}

/** The input of a run: what was entered for known channels, and the message as a list of one. */
export function runInput(inputs: readonly RunInput[], values: JsonObject, message: string): JsonObject {
  const entered = inputs.flatMap(({ channel, type }): [string, Json][] => {
    if (type === "messages") return [[channel, [{ role: "user", content: message }]]];
    const value = values[channel];
    if (value === undefined) return type === "boolean" ? [[channel, false]] : [];
    return [[channel, value]];
  });
  return Object.fromEntries(entered);
}
