import type { Reducer } from "@/workflows/graph/channel";

/** What a reducer does with a new value, for people. */
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
