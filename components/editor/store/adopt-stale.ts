import { sameJson } from "@/workflows/graph/canonical";
import type { Operation } from "@/workflows/graph/operation";
import { mergeQuietly, rebase } from "./rebase";
import type { EditorData, StaleDraft } from "./state";

/**
 * Goes on after a refused save where nobody has to decide: what was refused had been saved before and only its
 * answer was lost, or the others changed other things. `null` where a person has to.
 */
export function adoptStale(state: EditorData, stale: StaleDraft): Partial<EditorData> | null {
  const { revision, draft, changes } = stale;
  if (changes.length !== revision - state.revision) return null;
  const [first, ...others] = changes;
  const arrived = first !== undefined && sameJson(first.operations, [...state.inFlight]);
  const theirs = (arrived ? others : changes).flatMap((change) => change.operations);
  const base = arrived ? rebase(state.base, state.inFlight).document : state.base;
  const mine: readonly Operation[] = arrived ? state.pending : [...state.inFlight, ...state.pending];
  if (!mergeQuietly(base, theirs, mine)) return null;
  return {
    base: draft,
    revision,
    document: rebase(draft, mine).document,
    inFlight: [],
    pending: mine,
    save: mine.length > 0 ? { kind: "waiting" } : { kind: "saved" },
  };
}
