"use client";

import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { searchSpans } from "@/lib/api/contract/trace";
import type { Span } from "@/workflows/events/run-view";
import { spansWith } from "@/workflows/events/search-spans";

interface Searched {
  runId: string;
  spans: readonly Span[];
  titleOf: (span: Span) => string;
  text: string;
}

const waitMs = 250;

/**
 * The spans that a text occurs in. Names and what is here are searched at once, off the way of typing; what was left on
 * the server follows.
 */
export function useSearch({ runId, spans, titleOf, text }: Searched) {
  const wanted = useDeferredValue(text.trim());
  const settled = useSettled(text.trim().slice(0, 200));
  const remote = useEndpoint(
    searchSpans,
    { params: { id: runId }, query: { text: settled } },
    { enabled: settled !== "" },
  );
  const here = useMemo(() => {
    if (wanted === "") return [];
    const lower = wanted.toLowerCase();
    const titled = spans.filter((span) => titleOf(span).toLowerCase().includes(lower)).map(({ id }) => id);
    return [...titled, ...spansWith(spans, wanted)];
  }, [spans, titleOf, wanted]);
  const found = useMemo(() => {
    if (wanted === "") return undefined;
    const known = new Set(spans.map(({ id }) => id));
    const there = settled === wanted ? (remote.data?.spanIds ?? []) : [];
    return new Set([...here, ...there.filter((id) => known.has(id))]);
  }, [wanted, settled, remote.data, here, spans]);
  const searching = text.trim() !== "" && (settled !== text.trim() || remote.isFetching);
  return { found, searching, failed: remote.isError };
}

/** A text once it has stood still for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), waitMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
