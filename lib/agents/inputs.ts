import type { ChannelType } from "@/workflows/graph/channel";
import type { GraphDocument } from "@/workflows/graph/document";
import { factsOf, shownChannels } from "@/workflows/graph/node-facts";
import { own } from "@/workflows/graph/record";
import { nodeDefinitions } from "@/workflows/nodes/registry";

/** A channel that whoever starts a run fills in. */
export interface AgentInput {
  channel: string;
  type: ChannelType;
  required: boolean;
  description?: string;
  /** Models are shown what it holds: images and files. */
  attachments: boolean;
}

/** What a run of this graph takes, in the order its start node names it; half-made drafts give what they can. */
export function inputsOf(document: GraphDocument): AgentInput[] {
  const named = Object.values(document.nodes).flatMap((node) => factsOf(node, nodeDefinitions).inputs);
  const shown = shownChannels(document, nodeDefinitions);
  return named.flatMap(({ channel, required }) => {
    const declared = own(document.channels, channel);
    if (!declared) return [];
    const { type, description } = declared;
    return [{ channel, required, type, description, attachments: shown.has(channel) }];
  });
}

/** The input that takes chat messages; null: the agent is no chat. */
export function messagesChannelOf(document: GraphDocument): string | null {
  return inputsOf(document).find((input) => input.type === "messages")?.channel ?? null;
}
