"use client";

import { useEffect } from "react";

/**
 * Listens for Escape while there is something to leave off. What lies over the page, a dialog or a menu, and boxes
 * of their own, a search field, keep their Escape.
 */
export function useEscape(enabled: boolean, onEscape: () => void): void {
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      const at = event.target instanceof Element ? event.target : null;
      if (at?.closest("[role=dialog], [role=alertdialog], [role=menu], nav")) return;
      onEscape();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [enabled, onEscape]);
}
