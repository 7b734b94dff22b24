"use client";

import { parseAsArrayOf, parseAsBoolean, parseAsFloat, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useCallback, useMemo } from "react";
import type { SpanFilter } from "./filter";

export const filterKinds = ["node", "model", "tool", "http", "run", "item"] as const;

const parsers = {
  kinds: parseAsArrayOf(parseAsStringLiteral(filterKinds)).withDefault([]),
  errors: parseAsBoolean.withDefault(false),
  over: parseAsFloat,
};

/** Which spans are shown; in the address, so that it can be sent around. */
export function useFilter(): [SpanFilter, (filter: SpanFilter) => void] {
  const [{ kinds, errors, over }, set] = useQueryStates(parsers);
  const filter = useMemo(() => ({ kinds, errors, costAbove: over }), [kinds, errors, over]);
  const change = useCallback(
    (next: SpanFilter) => {
      const wanted = filterKinds.filter((kind) => next.kinds.includes(kind));
      void set({
        kinds: wanted.length > 0 ? wanted : null,
        errors: next.errors || null,
        over: next.costAbove,
      });
    },
    [set],
  );
  return [filter, change];
}
