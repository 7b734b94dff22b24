"use client";

import { useCallback, useMemo, useState } from "react";
import { spansAround } from "@/workflows/events/path/span-tree";
import type { Span } from "@/workflows/events/run-view";
import { foldedOf, turnedFor } from "./rows";

export interface Folding {
  folded: ReadonlySet<string>;
  fold: (id: string, close: boolean) => void;
  foldAll: (to: "open" | "closed") => void;
  /** Unfolds what stands around a span. */
  unfoldTo: (id: string) => void;
}

/** Which spans hide what is below them. */
export function useFolding(spans: readonly Span[]): Folding {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const folded = useMemo(() => foldedOf(spans, turned), [spans, turned]);
  const turn = useCallback((ids: readonly string[]) => {
    if (ids.length === 0) return;
    setTurned((current) => {
      const next = new Set(current);
      for (const id of ids) if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const fold = useCallback(
    (id: string, close: boolean) => turn(folded.has(id) === close ? [] : [id]),
    [turn, folded],
  );
  const unfoldTo = useCallback(
    (id: string) => {
      const byId = new Map(spans.map((span) => [span.id, span]));
      turn(spansAround(byId, id).filter((around) => folded.has(around)));
    },
    [turn, spans, folded],
  );
  const foldAll = useCallback((to: "open" | "closed") => setTurned(turnedFor(spans, to)), [spans]);
  return { folded, fold, foldAll, unfoldTo };
}
