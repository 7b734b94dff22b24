import type { Regrouping } from "@/components/editor/graph/regroup";
import type { GraphDocument } from "@/workflows/graph/document";
import type { FrameNode } from "./flow-types";

/** What letting go would do to frames, by group id. */
export type Hints = ReadonlyMap<string, FrameNode["data"]["hint"]>;

/** What the frames say while nodes are dragged; the same map as before where they go on saying it. */
export function hintsOf({ layout }: GraphDocument, changes: Regrouping, before: Hints): Hints {
  const hints = new Map<string, FrameNode["data"]["hint"]>();
  for (const [nodeId, to] of changes) {
    const from = Object.entries(layout.groups).find(([, { nodes }]) => nodes.includes(nodeId))?.[0];
    if (from !== undefined && !hints.has(from)) hints.set(from, "leave");
    if (to !== null) hints.set(to, "join");
  }
  const same = hints.size === before.size && [...hints].every(([id, hint]) => before.get(id) === hint);
  return same ? before : hints;
}
