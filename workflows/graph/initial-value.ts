import type { Channel, Reducer } from "./channel";
import type { Json } from "./json";

/** What a channel holds before anything was written; `undefined` for nothing. */
export function initialOf(channel: Channel): Json | undefined {
  return channel.default === undefined ? empty[channel.reducer] : structuredClone(channel.default);
}

const empty: Record<Reducer, Json | undefined> = {
  replace: undefined,
  append: [],
  merge: {},
  messages: [],
  add: 0,
  union: [],
  first: undefined,
  max: undefined,
};
