"use client";

import { useReactFlow } from "@xyflow/react";
import { type RefObject, useEffect } from "react";
import { paste, selectionText } from "@/components/editor/commands/clipboard";
import { deleteSelection } from "@/components/editor/commands/edit-selection";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { useEditorUiStore } from "@/components/editor/store/editor-ui";
import { pointerOver } from "../gestures/pointer";

/**
 * Copy, cut and paste by the browser's own events: they carry the clipboard along, so no permission is asked.
 * Left alone while a field has the focus or words on the page are selected.
 */
export function useClipboardEvents(surface: RefObject<HTMLElement | null>) {
  const store = useEditorStore();
  const ui = useEditorUiStore();
  const { screenToFlowPosition } = useReactFlow();

  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const text = isCanvasEvent(event) ? selectionText(store) : null;
      if (text === null) return;
      event.clipboardData?.setData("text/plain", text);
      event.preventDefault();
    };
    const cut = (event: ClipboardEvent) => {
      if (store.getState().readOnly) return;
      copy(event);
      if (event.defaultPrevented) deleteSelection(store, true);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!isCanvasEvent(event) || store.getState().readOnly) return;
      event.preventDefault();
      const pointer = pointerOver(surface.current);
      paste(
        store,
        ui,
        event.clipboardData?.getData("text/plain") ?? "",
        pointer && screenToFlowPosition(pointer),
      );
    };
    document.addEventListener("copy", copy);
    document.addEventListener("cut", cut);
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("copy", copy);
      document.removeEventListener("cut", cut);
      document.removeEventListener("paste", onPaste);
    };
  }, [store, ui, surface, screenToFlowPosition]);
}

function isCanvasEvent(event: ClipboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof Element)) return false;
  if (target.closest("input, textarea, select, [contenteditable=true], [role=dialog], .cm-editor"))
    return false;
  return document.getSelection()?.isCollapsed ?? true;
}
