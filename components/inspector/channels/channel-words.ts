import { type ChannelType, channelTypes, type Reducer, reducers } from "@/workflows/graph/channel";

export const typeWords: Record<ChannelType, string> = {
  string: "Text",
  number: "Number",
  boolean: "Yes or no",
  object: "Object",
  array: "List",
  messages: "Chat messages",
  any: "Anything",
};

export const reducerWords: Record<Reducer, { label: string; description: string }> = {
  replace: { label: "Replace", description: "The new value takes the old one's place" },
  append: { label: "Append", description: "Added to the end of the list" },
  merge: { label: "Merge", description: "Keys of the new object win" },
  messages: { label: "Messages", description: "Added; a message with the same id is replaced" },
  add: { label: "Add up", description: "Numbers are summed" },
  union: { label: "Union", description: "A list without repeats" },
  first: { label: "First", description: "The first value stays" },
  max: { label: "Largest", description: "The largest number stays" },
};

export const typeOptions = channelTypes.map((value) => ({ value, label: typeWords[value] }));
export const reducerOptions = reducers.map((value) => ({ value, ...reducerWords[value] }));
