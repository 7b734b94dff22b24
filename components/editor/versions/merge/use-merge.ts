"use client";

import { useMemo } from "react";
import { merge3 } from "@/workflows/graph/merge/merge3";
import { useEditorStore } from "../../store/editor-context";
import { rebase } from "../../store/rebase";
import { staleSides } from "../../store/stale-sides";
import type { StaleDraft } from "../../store/state";

/** The three drafts that meet when a save is refused, merged as far as that goes by itself. */
export function useMerge(stale: StaleDraft) {
  const store = useEditorStore();
  return useMemo(() => {
    // Nothing of it changes while the question is open.
    const { base, mine } = staleSides(store.getState(), stale);
    return merge3(base, rebase(base, mine).document, stale.draft);
  }, [store, stale]);
}
