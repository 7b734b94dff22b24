import type { RunFilter } from "./run-filter";

export const textFilter: RunFilter = {
  keys: ["text"],
  label: "Text",
  Words: ({ values }) => `“${values.text}”`,
};
