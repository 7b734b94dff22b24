import type { JsonObject } from "@/workflows/graph/json";
import { type Label, noLabel } from "./question";

/** The labels that a verdict names, each once; none where it could not be read. */
export function labelsIn(verdict: JsonObject | undefined, labels: readonly Pick<Label, "label">[]): string[] {
  const named = Array.isArray(verdict?.labels) ? verdict.labels : [verdict?.label];
  const known = new Set(labels.map(({ label }) => label));
  const found = named.filter((name) => typeof name === "string" && name !== noLabel && known.has(name));
  return [...new Set(found.map(String))];
}
