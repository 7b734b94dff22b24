import { merge3 } from "@/workflows/graph/merge/merge3";
import { adoptMerged } from "./adopt-merged";
import { mergeQuietly, rebase } from "./rebase";
import { staleSides } from "./stale-sides";
import type { EditorData, StaleDraft } from "./state";

/**
 * Goes on after a refused save where nobody has to decide: what was refused had been saved before and only its
 * answer was lost, or the others changed other things. `null` where a person has to.
 */
export function adoptStale(state: EditorData, stale: StaleDraft): Partial<EditorData> | null {
  const { base, mine, theirs, complete } = staleSides(state, stale);
  if (!complete) return null;
  const { revision, draft } = stale;
  if (!mergeQuietly(base, theirs, mine)) {
    const merge = merge3(base, rebase(base, mine).document, draft);
    return merge.conflicts.length > 0 ? null : adoptMerged(stale, merge.document);
  }
  return {
    base: draft,
    revision,
    document: rebase(draft, mine).document,
    inFlight: [],
    pending: mine,
    save: mine.length > 0 ? { kind: "waiting" } : { kind: "saved" },
  };
}
