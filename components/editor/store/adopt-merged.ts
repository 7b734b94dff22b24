import { stepsOf } from "@/workflows/graph/apply";
import { diff } from "@/workflows/graph/diff";
import type { GraphDocument } from "@/workflows/graph/document";
import { rebase } from "./rebase";
import type { EditorData, StaleDraft } from "./state";

/** The server's draft with everything on top that makes it `merged`, as one operation that is still to be saved. */
export function adoptMerged({ draft, revision }: StaleDraft, merged: GraphDocument): Partial<EditorData> {
  const operation = diff(draft, merged, "Merge");
  const pending = stepsOf(operation).length > 0 ? [operation] : [];
  return {
    base: draft,
    revision,
    document: rebase(draft, pending).document,
    inFlight: [],
    pending,
    stale: null,
    save: pending.length > 0 ? { kind: "waiting" } : { kind: "saved" },
  };
}
