"use client";

import { useEffect, useRef } from "react";
import type { WaterfallRow } from "./rows";

interface Reveal {
  rows: readonly WaterfallRow[];
  selectedId: string | null;
  unfoldTo: (id: string) => void;
  scrollTo: (index: number, options: { align: "auto" | "center" }) => void;
}

/** Brings a span into sight that was chosen elsewhere: on the graph, by a link, by a search. Once for each choice. */
export function useReveal({ rows, selectedId, unfoldTo, scrollTo }: Reveal): void {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (shown.current === selectedId) return;
    if (selectedId === null) {
      shown.current = null;
      return;
    }
    const at = rows.findIndex(({ span }) => span.id === selectedId);
    if (at < 0) {
      unfoldTo(selectedId);
      return;
    }
    scrollTo(at, { align: shown.current === null ? "center" : "auto" });
    shown.current = selectedId;
  }, [rows, selectedId, unfoldTo, scrollTo]);
}
