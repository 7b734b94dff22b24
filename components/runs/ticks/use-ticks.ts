"use client";

import { useCallback, useRef, useState } from "react";

/** As many as the API takes at once. */
export const mostTicks = 200;

/** Which rows are ticked. */
export function useTicks() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string>(undefined);

  /** With `range`, all between this one and the one that was turned before it. */
  const turn = useCallback((rows: readonly { id: string }[], id: string, on: boolean, range: boolean) => {
    const at = rows.findIndex((row) => row.id === id);
    const from = range ? rows.findIndex((row) => row.id === last.current) : -1;
    const meant = from < 0 ? [{ id }] : rows.slice(Math.min(at, from), Math.max(at, from) + 1);
    last.current = id;
    setIds((before) => {
      const next = new Set(before);
      for (const each of meant) {
        if (!on) next.delete(each.id);
        else if (next.size < mostTicks) next.add(each.id);
      }
      return next;
    });
  }, []);
  const set = useCallback((wanted: readonly string[]) => setIds(new Set(wanted.slice(0, mostTicks))), []);
  return { ids, turn, set };
}
