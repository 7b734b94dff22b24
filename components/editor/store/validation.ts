import { whenIdle } from "@/components/ui/when-idle";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Issue } from "@/workflows/graph/issue";
import type { EditorStore } from "./editor-store";
import { settleIssues } from "./issues";

/**
 * Checks the document while it changes, when nothing is to be drawn or typed: a key never waits for it. Issues that
 * are the same as before stay the same object. Returns how to stop.
 */
export function keepValidated(
  store: EditorStore,
  validate: (document: GraphDocument) => Issue[],
): () => void {
  let cancel: (() => void) | undefined;
  const check = () => {
    cancel = undefined;
    const { document, issues } = store.getState();
    const found = settleIssues(issues, validate(document));
    if (found !== issues) store.setState({ issues: found });
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (state.document !== before.document) cancel ??= whenIdle(check);
  });
  check();
  return () => {
    unsubscribe();
    cancel?.();
  };
}
