"use client";

import type { KeyboardEvent } from "react";
import type { WaterfallRow } from "./rows";

interface TreeKeys {
  rows: readonly WaterfallRow[];
  folded: ReadonlySet<string>;
  fold: (id: string, close: boolean) => void;
  selectedId?: string | null | undefined;
  onSelect: (id: string) => void;
  reveal: (index: number) => void;
}

/** The keys of a tree (WAI-ARIA authoring practices): up, down, home, end move; right and left unfold and fold. */
export function useTreeKeys({ rows, folded, fold, selectedId, onSelect, reveal }: TreeKeys) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const at = rows.findIndex((row) => row.span.id === selectedId);
    const here = rows[at];
    const goTo = (index: number) => {
      const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
      if (!row) return;
      onSelect(row.span.id);
      reveal(rows.indexOf(row));
      const tree = event.currentTarget;
      requestAnimationFrame(() => {
        tree.querySelector<HTMLElement>(`[data-span="${CSS.escape(row.span.id)}"]`)?.focus();
      });
    };
    const unfold = () => {
      if (here?.hasChildren && folded.has(here.span.id)) fold(here.span.id, false);
      else goTo(at + 1);
    };
    const foldOrParent = () => {
      if (here?.hasChildren && !folded.has(here.span.id)) return fold(here.span.id, true);
      const parent = rows.findIndex((row) => row.span.id === here?.span.parentId);
      if (parent >= 0) goTo(parent);
    };
    const actions = new Map([
      ["ArrowDown", () => goTo(at + 1)],
      ["ArrowUp", () => goTo(at - 1)],
      ["Home", () => goTo(0)],
      ["End", () => goTo(rows.length - 1)],
      ["ArrowRight", unfold],
      ["ArrowLeft", foldOrParent],
    ]);
    const action = actions.get(event.key);
    if (!action) return;
    event.preventDefault();
    action();
  };
}
