"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** Closer to the end than this counts as reading along. */
const NEAR_PX = 80;

/** Keeps the end of a growing list in view, unless the reader has scrolled up. */
export function useStickToBottom(
  list: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
) {
  const following = useRef(true);
  const [away, setAway] = useState(false);

  const toBottom = useCallback(() => {
    const box = list.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, [list]);

  useEffect(() => {
    const box = list.current;
    const inner = content.current;
    if (!box || !inner) return;
    let top = box.scrollTop;
    const onScroll = () => {
      const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
      const wentUp = box.scrollTop < top;
      top = box.scrollTop;
      // Being far from the end without having gone up means that the list has grown since: no reader did that.
      if (near || wentUp) {
        following.current = near;
        setAway(!near);
      }
    };
    const observer = new ResizeObserver(() => following.current && toBottom());
    observer.observe(inner);
    // A footer that grows, as the composer does, leaves the list less room.
    observer.observe(box);
    box.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener("scroll", onScroll);
    };
  }, [list, content, toBottom]);

  const jump = useCallback(() => {
    following.current = true;
    setAway(false);
    toBottom();
  }, [toBottom]);
  return { away, jump };
}
