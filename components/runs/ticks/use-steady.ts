"use client";

import { useCallback, useMemo, useState } from "react";
import { type SteadyRows, steadyRows } from "./steady-rows";

const none: ReadonlySet<string> = new Set();

/** The rows as they come; while `held`, as they were when it began, until they are asked for anew. */
export function useSteady<Row extends { id: string }>(
  items: readonly Row[],
  held: boolean,
): SteadyRows<Row> & { refresh: () => void } {
  const [kept, setKept] = useState<readonly Row[]>();
  if (held && !kept) setKept(items);
  if (!held && kept) setKept(undefined);
  const steady = useMemo(
    () => (held && kept ? steadyRows(kept, items) : { rows: [...items], gone: none, added: 0 }),
    [held, kept, items],
  );
  const refresh = useCallback(() => setKept(undefined), []);
  return { ...steady, refresh };
}
