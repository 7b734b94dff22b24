import { combineOf } from "@/workflows/compile/reduce";
import type { Channel, Channels } from "@/workflows/graph/channel";
import { type ChannelPair, isWayBack } from "@/workflows/graph/channel-pair";
import { own } from "@/workflows/graph/record";
import { changedMessages } from "./changed-messages";
import { sameValue } from "./same-value";

type Values = Readonly<Record<string, unknown>>;

/** What goes out: writes for the reducers, and values that take a channel's place whatever its reducer. */
export interface ValuesOut {
  update: Record<string, unknown>;
  overwrite: Record<string, unknown>;
}

/**
 * What the graph inside gives back. A channel that goes back to where it came from brings what has changed, so that a
 * list does not grow by what it held already; any other brings all that it holds.
 * @param channels those out here
 * @param state the channels out here as the graph inside began
 * @param values the channels inside as it ended
 */
export function valuesOut(
  { inputs, outputs }: { inputs: readonly ChannelPair[]; outputs: readonly ChannelPair[] },
  channels: Channels,
  state: Values,
  values: Values,
): ValuesOut {
  const out: ValuesOut = { update: {}, overwrite: {} };
  for (const pair of outputs) {
    const channel = own(channels, pair.to);
    const after = own(values, pair.from);
    if (!channel || after === undefined) continue;
    const before = inputs.some((input) => isWayBack(input, pair)) ? own(state, pair.to) : undefined;
    const change = before === undefined ? { value: after } : changeOf(channel, before, after);
    if (change === undefined) continue;
    if ("value" in change) out.update[pair.to] = change.value;
    else out.overwrite[pair.to] = change.instead;
  }
  return out;
}

/** A value to be combined with what the channel holds, or one to stand in its place; undefined: nothing changed. */
type Change = { value: unknown } | { instead: unknown } | undefined;

function changeOf(channel: Channel, before: unknown, after: unknown): Change {
  if (sameValue(before, after)) return undefined;
  if (channel.reducer === "messages") {
    const messages = changedMessages(before, after);
    return messages ? { value: messages } : { instead: after };
  }
  if (channel.reducer === "add") return { value: Number(after) - Number(before) };
  const value = added[channel.reducer]?.(before, after) ?? after;
  return sameValue(combineOf(channel)(before, value), after) ? { value } : { instead: after };
}

/** What has to be combined with the value before to get the value after, where only adding is meant. */
const added: Partial<Record<Channel["reducer"], (before: unknown, after: unknown) => unknown>> = {
  append: (before, after) => list(after).slice(list(before).length),
  union: (before, after) => list(after).filter((item) => !list(before).some((old) => sameValue(old, item))),
  merge: (before, after) =>
    Object.fromEntries(
      Object.entries(record(after)).filter(([key, value]) => !sameValue(own(record(before), key), value)),
    ),
};

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
