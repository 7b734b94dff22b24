import type { BaseMessage } from "@langchain/core/messages";
import { type BaseChannel, BinaryOperatorAggregate, messagesStateReducer } from "@langchain/langgraph";
import { AppError } from "@/workflows/errors/app-error";
import { toLangChainMessages } from "@/workflows/events/plain-message.server";
import type { Channel } from "@/workflows/graph/channel";
import { initialOf } from "@/workflows/graph/initial-value";
import { definitionIn, type NodeDefinitions } from "@/workflows/nodes/ports";
import { OneWriter } from "./one-writer.server";
import type { GraphPlan } from "./plan-types";
import { combineOf } from "./reduce";
import { runNotes, runNotesChannel } from "./run-notes.server";

/** LangGraph's channels of a plan, with reducers made at run time. */
export function channelsOf(plan: GraphPlan, definitions: NodeDefinitions): Record<string, BaseChannel> {
  const own = Object.entries(plan.channels).map(([name, channel]) => [
    name,
    channelOf(name, channel, writersOf(plan, definitions, name)),
  ]);
  return { ...Object.fromEntries(own), [runNotesChannel]: runNotes() };
}

function channelOf(name: string, channel: Channel, writers: string[]): BaseChannel {
  if (channel.reducer === "replace") return new OneWriter(name, writers, initialValue(name, channel));
  if (channel.reducer === "messages") {
    return new BinaryOperatorAggregate(messagesStateReducer, () => initialMessages(name, channel));
  }
  return new BinaryOperatorAggregate<unknown, unknown>(combineOf(channel), () => initialValue(name, channel));
}

function initialValue(name: string, channel: Channel): unknown {
  return channel.type === "messages" ? initialMessages(name, channel) : initialOf(channel);
}

function initialMessages(name: string, channel: Channel): BaseMessage[] {
  try {
    return toLangChainMessages(initialOf(channel));
  } catch (cause) {
    const message = `The default of “${name}” is not a list of messages.`;
    throw new AppError(
      "graph_invalid",
      message,
      { channel: name, hint: "Open the problems of the graph." },
      { cause },
    );
  }
}

function writersOf(plan: GraphPlan, definitions: NodeDefinitions, channel: string): string[] {
  return plan.nodes
    .filter(({ node }) => {
      const definition = definitionIn(definitions, node.type);
      const config = definition?.config.safeParse(node.config);
      return config?.success && definition?.writes(config.data).some((write) => write.channel === channel);
    })
    .map(({ node }) => node.title);
}
