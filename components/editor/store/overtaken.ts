import { apply, stepsOf } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Operation, SingleOperation } from "@/workflows/graph/operation";
import { touched } from "./touched";

/** Operations that set a value: applied again they change nothing, unless somebody set another value since. */
const sets: readonly SingleOperation["op"][] = [
  "node.title",
  "node.configure",
  "node.policy",
  "node.note",
  "node.disable",
  "node.move",
  "group.set",
  "sticky.set",
  "edge.update",
  "channel.update",
  "settings.update",
];

/**
 * What somebody else has set anew since `done` was applied, as keys of `touched`: taking it back would take back
 * their value, not ours.
 */
export function overtaken(document: GraphDocument, done: Operation): Set<string> {
  const seen = new Set<string>();
  const found = new Set<string>();
  for (const step of stepsOf(done).toReversed()) {
    const keys = touched([step]);
    const later = [...keys].some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    if (later || !sets.includes(step.op)) continue;
    if (!stillHolds(document, step)) for (const key of keys) found.add(key);
  }
  return found;
}

function stillHolds(document: GraphDocument, step: SingleOperation): boolean {
  const again = apply(document, step);
  // What it was about is gone: then the way back does not apply either, and says so itself.
  return !again.ok || sameJson(again.value, document);
}

/** Key order is not meant: a value comes back from the server with another one. */
function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  const [a, b] = [Object.entries(one), new Map(Object.entries(other))];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    a.length === b.size &&
    a.every(([key, value]) => b.has(key) && sameJson(value, b.get(key)))
  );
}
