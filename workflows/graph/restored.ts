import { unfilled } from "@/workflows/prompts/fill";
import type { GraphDocument } from "./document";
import { own } from "./record";

/**
 * What the draft becomes when a version takes its place: the version as it is. Versions have no pins; the draft's own
 * stay on nodes that are still there and of the same type. Prompts are taken from the library again.
 */
export function restored(draft: GraphDocument, version: GraphDocument): GraphDocument {
  const kept = Object.entries(draft.pins).filter(([id]) => {
    const [now, then] = [own(draft.nodes, id), own(version.nodes, id)];
    return now?.type === then?.type && now?.typeVersion === then?.typeVersion;
  });
  return { ...unfilled(version), pins: Object.fromEntries(kept) };
}
