import { markOf } from "../lean/lean-span";
import type { Span } from "../run-view";
import type { AlignedVisit } from "./align";

/** In what a visit differs between two runs; time is not among it: it always does. */
export type Difference = "only a" | "only b" | "status" | "port" | "input" | "output" | "model";

interface Models {
  a: readonly string[];
  b: readonly string[];
}

/** @param models that were asked during the visit, in each of the runs */
export function differencesOf({ a, b }: AlignedVisit, models: Models = { a: [], b: [] }): Difference[] {
  if (!a || !b) return [a ? "only a" : "only b"];
  const found: Difference[] = [];
  if (a.status !== b.status) found.push("status");
  if (a.port !== b.port) found.push("port");
  if (differs(a, b, "input")) found.push("input");
  if (differs(a, b, "output")) found.push("output");
  if (models.a.join() !== models.b.join()) found.push("model");
  return found;
}

function differs(a: Span, b: Span, part: "input" | "output"): boolean {
  return markOf(a, part) !== markOf(b, part);
}
