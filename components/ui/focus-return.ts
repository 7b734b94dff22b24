"use client";

import { useState } from "react";

/**
 * Handler for `onCloseAutoFocus` of what opens over the page by state, without a trigger of its own: the focus goes
 * back to where it was. Used in what is mounted when it opens.
 */
export function useFocusReturn(): (event: Event) => void {
  const [opener] = useState(() => openerOf(document.activeElement));
  return (event) => {
    if (!opener?.isConnected) return;
    event.preventDefault();
    // Closing may have led on to another place, which keeps the focus.
    if (document.activeElement === document.body) opener.focus();
  };
}

/** A menu goes with its items: what opened the menu stays. */
function openerOf(active: Element | null): HTMLElement | null {
  const menu = active?.closest("[role=menu]");
  const opener = menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : active;
  return opener instanceof HTMLElement && opener !== document.body ? opener : null;
}
