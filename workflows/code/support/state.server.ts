import {
  type BaseChannel,
  BinaryOperatorAggregate,
  messagesStateReducer,
  type StateDefinition,
  StateGraph,
} from "@langchain/langgraph";
import { OneWriter } from "@/workflows/compile/one-writer.server";
import { combineOf } from "@/workflows/compile/reduce";
import { writable } from "@/workflows/compile/write.server";
import { AppError } from "@/workflows/errors/app-error";
import { toLangChainMessages, toPlainValue } from "@/workflows/events/plain-message.server";
import type { Channel, Channels } from "@/workflows/graph/channel";
import { initialOf } from "@/workflows/graph/initial-value";
import { newRun, notes, notesChannel } from "./notes.server";
import type { GraphState } from "./step.server";

/** A LangGraph graph over these channels, without nodes yet. */
export function stateGraph(channels: Channels) {
  const own = Object.entries(channels).map(([name, channel]) => [name, channelOf(name, channel)]);
  const all: Record<string, BaseChannel> = { ...Object.fromEntries(own), [notesChannel]: notes() };
  return new StateGraph<StateDefinition, GraphState, object, string>(all);
}

function channelOf(name: string, channel: Channel): BaseChannel {
  const first = () =>
    channel.type === "messages" ? toLangChainMessages(initialOf(channel)) : initialOf(channel);
  if (channel.reducer === "replace") return new OneWriter(name, [], first());
  if (channel.reducer === "messages") {
    return new BinaryOperatorAggregate(messagesStateReducer, () => toLangChainMessages(initialOf(channel)));
  }
  return new BinaryOperatorAggregate<unknown, unknown>(combineOf(channel), first);
}

/** Channels that a run takes as input: whether it must be given. */
export type Inputs = Readonly<Record<string, "required" | "optional">>;

/** The first state of a run. A messages channel also takes a text. @throws AppError invalid_input */
export function inputState(
  channels: Channels,
  inputs: Inputs,
  input: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const given = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  const stray = given.find(([name]) => !Object.hasOwn(inputs, name));
  if (stray) throw new AppError("invalid_input", `“${stray[0]}” is no input of this graph.`);
  const missing = Object.keys(inputs).find(
    (name) => inputs[name] === "required" && !given.some(([known]) => known === name),
  );
  if (missing !== undefined) throw new AppError("invalid_input", `The input “${missing}” is missing.`);
  const state = given.map(([name, value]) => [name, writable(channels, name, value)]);
  return { ...Object.fromEntries(state), [notesChannel]: newRun };
}

/** Some channels as plain data: messages become `{role, content}`. */
export function plainState(
  names: readonly string[],
  state: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const set = names.filter((name) => state[name] !== undefined);
  return Object.fromEntries(set.map((name) => [name, toPlainValue(state[name])]));
}
