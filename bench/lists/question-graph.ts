import type { GraphDocument } from "@/workflows/graph/document";
import { chain, node } from "../engine/graphs";

/** Gives the question back: takes what seeded runs were given, so that they can be run again. */
export function questionGraph(): GraphDocument {
  const channels = { question: { type: "string", reducer: "replace" } } as const;
  return chain(channels, [{ channel: "question", required: true }], ["question"], {
    trim: node("set-state", "Trim", { assignments: [{ channel: "question", value: "question" }] }),
  });
}
