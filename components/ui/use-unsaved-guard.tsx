"use client";

import { type ReactNode, useEffect, useState } from "react";
import { ConfirmDialog } from "./confirm-dialog";

/**
 * While `dirty`, every way off the page asks first: a link, Back, closing the tab.
 * Returns the question to be drawn.
 */
export function useUnsavedGuard(dirty: boolean): ReactNode {
  const [leave, setLeave] = useState<{ go: () => void }>();

  useEffect(() => {
    if (!dirty) return;
    const stop = new AbortController();
    const ask = (go: () => void) =>
      setLeave({
        go: () => {
          stop.abort();
          go();
        },
      });
    window.addEventListener("beforeunload", (event) => event.preventDefault(), stop);
    document.addEventListener("click", (event) => holdLink(event, ask), {
      capture: true,
      signal: stop.signal,
    });
    window.navigation?.addEventListener("navigate", (event) => holdTraversal(event, ask), stop);
    return () => stop.abort();
  }, [dirty]);

  return (
    <ConfirmDialog
      open={leave !== undefined}
      onOpenChange={() => setLeave(undefined)}
      title="Leave without saving?"
      description="This page has changes that are not saved. They are lost if you leave."
      action="Leave"
      onConfirm={async () => leave?.go()}
    />
  );
}

type Ask = (go: () => void) => void;

/** Links of the app change the page without unloading it, so the click itself is held. */
function holdLink(event: MouseEvent, ask: Ask) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
    return;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === "_blank" || link.hasAttribute("download"))
    return;
  if (link.origin === location.origin && link.pathname === location.pathname) return;
  event.preventDefault();
  event.stopPropagation();
  ask(() => link.click());
}

/** Back and Forward; browsers without the Navigation API go on without the question. */
function holdTraversal(event: NavigateEvent, ask: Ask) {
  if (event.navigationType !== "traverse" || !event.cancelable) return;
  const to = event.destination.key;
  event.preventDefault();
  ask(() => void window.navigation?.traverseTo(to));
}
