import type { GraphDocument } from "@/workflows/graph/document";
import type { Operation } from "@/workflows/graph/operation";
import { sameJson } from "@/workflows/graph/same-json";
import { rebase } from "./rebase";
import type { EditorData, StaleDraft } from "./state";

/** What two people did apart from each other, and from where on. */
export interface StaleSides {
  /** The last draft that both knew. */
  base: GraphDocument;
  /** What of ours is not saved. */
  mine: readonly Operation[];
  theirs: readonly Operation[];
  /** Whether `theirs` is all they did: of very many changes only the newest are told. */
  complete: boolean;
}

/**
 * The sides of a refused save. What was refused may have been saved before, and only its answer was lost: then both
 * know it, and ours is only what came after.
 */
export function staleSides(state: EditorData, { revision, changes }: StaleDraft): StaleSides {
  const { base, inFlight, pending } = state;
  const complete = changes.length === revision - state.revision;
  const [first, ...others] = changes;
  const arrived = complete && first !== undefined && sameJson(first.operations, [...inFlight]);
  return {
    base: arrived ? rebase(base, inFlight).document : base,
    mine: arrived ? pending : [...inFlight, ...pending],
    theirs: (arrived ? others : changes).flatMap((change) => change.operations),
    complete,
  };
}
