import type { Channel, ChannelType, Reducer } from "@/workflows/graph/channel";
import { changeChannelFix } from "./fixes";
import type { Rule } from "./subject";

const everyType: readonly ChannelType[] = [
  "string",
  "number",
  "boolean",
  "object",
  "array",
  "messages",
  "any",
];

/** Channel types that each reducer can combine. */
const combines: Record<Reducer, readonly ChannelType[]> = {
  replace: everyType,
  first: everyType,
  append: ["array", "any"],
  union: ["array", "any"],
  merge: ["object", "any"],
  messages: ["messages", "any"],
  add: ["number", "any"],
  max: ["number", "string", "any"],
};

/** The one reducer that combines two writes of a type as people expect; none for types without one. */
const natural: Partial<Record<ChannelType, Reducer>> = {
  messages: "messages",
  array: "append",
  object: "merge",
  any: "append",
};

/** A channel's reducer can combine values of its type. */
export const channelReducers: Rule = ({ document }) =>
  Object.entries(document.channels)
    .filter(([, { type, reducer }]) => !combines[reducer].includes(type))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, channel]) => {
      const { label, reducer } = combining(channel) ?? { label: "Replace instead", reducer: "replace" };
      return {
        code: "channel_reducer_mismatch",
        severity: "error",
        path: { channel: name, field: "reducer" },
        message: `“${name}” cannot combine writes with “${channel.reducer}”: that needs ${combines[channel.reducer].filter((type) => type !== "any").join(" or ")}, and the channel is of type ${channel.type}.`,
        fix: changeChannelFix(label, name, { ...channel, reducer }),
      };
    });

/** How a channel could take two writes at once, if its type has one obvious way. */
export function combining({ type }: Channel): { label: string; reducer: Reducer } | undefined {
  const reducer = natural[type];
  return reducer && { label: `Combine with “${reducer}”`, reducer };
}
