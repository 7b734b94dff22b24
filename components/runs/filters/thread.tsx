import { shortRunId } from "../short-run-id";
import type { RunFilter } from "./run-filter";

/** Set by links alone. */
export const threadFilter: RunFilter = {
  keys: ["thread"],
  label: "Conversation",
  Words: ({ values }) => shortRunId(values.thread ?? ""),
};
