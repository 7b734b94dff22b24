"use client";

import { useEffect } from "react";

/**
 * Names the browser tab after what the page shows, which is known only once it is loaded and may change. Next sets the
 * page's own title, sometimes later than the page is there: that one comes back when the page is left.
 * @param title without the product's name; undefined while it is not known
 */
export function useTabTitle(title: string | undefined): void {
  useEffect(() => {
    if (title === undefined) return;
    const ours = `${title} · Signalbox`;
    let given = document.title;
    const show = () => {
      if (document.title === ours) return;
      given = document.title;
      document.title = ours;
    };
    show();
    const observer = new MutationObserver(show);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      if (document.title === ours) document.title = given;
    };
  }, [title]);
}
