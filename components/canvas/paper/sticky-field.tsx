"use client";

import { type KeyboardEvent, useRef } from "react";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { changeAll } from "@/components/editor/store/editor-store";
import { useEditorUiStore } from "@/components/editor/store/editor-ui";
import type { Sticky } from "@/workflows/graph/layout";
import { useReveal } from "./use-reveal";

const LONGEST = 10_000;

/** The text of a note while it is written. Escape or leaving the field keeps it. */
export function StickyField({ id, sticky }: { id: string; sticky: Sticky }) {
  const store = useEditorStore();
  const ui = useEditorUiStore();
  const done = useRef(false);
  useReveal(sticky);
  const keep = (text: string) => {
    if (done.current) return;
    done.current = true;
    ui.setState({ renaming: null });
    const now = store.getState().document.layout.stickies[id];
    // With a label of its own, what was written in one go is taken back in one go.
    if (now && text !== now.text)
      changeAll(store, [{ op: "sticky.set", id, sticky: { ...now, text } }], "Write a note");
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    event.stopPropagation();
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.currentTarget.closest<HTMLElement>(".react-flow__node")?.focus();
  };
  return (
    <textarea
      // biome-ignore lint/a11y/noAutofocus: it stands where the person asked to write
      autoFocus
      aria-label="Text of the note"
      placeholder="Write in Markdown: **bold**, # title, - list"
      defaultValue={sticky.text}
      maxLength={LONGEST}
      onFocus={(event) => event.currentTarget.setSelectionRange(sticky.text.length, sticky.text.length)}
      onBlur={(event) => keep(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      className="nodrag nopan nowheel min-h-0 flex-1 resize-none bg-transparent p-3 leading-5 outline-none placeholder:text-muted-foreground"
    />
  );
}
