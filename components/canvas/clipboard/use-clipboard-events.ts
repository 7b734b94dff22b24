"use client";

import { useReactFlow } from "@xyflow/react";
import { type RefObject, useEffect } from "react";
import { copyableNodes, deleteSelection } from "@/components/editor/commands/edit-selection";
import { actions } from "@/components/editor/commands/late-actions";
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
    // The event is over before the code is there: then the clipboard is asked for by itself.
    const copyLater = (event: ClipboardEvent) => {
      const { document: graph, selection } = store.getState();
      if (copyableNodes(graph, selection).length + selection.stickies.size === 0) return;
      event.preventDefault();
      actions.use((code) => void code.copySelection(store));
    };
    const copy = (event: ClipboardEvent) => {
      if (!isCanvasEvent(event)) return;
      const code = actions.current();
      if (!code) return copyLater(event);
      const text = code.selectionText(store);
      if (text === null) return;
      event.clipboardData?.setData("text/plain", text);
      event.preventDefault();
    };
    const cut = (event: ClipboardEvent) => {
      if (store.getState().readOnly) return;
      if (!actions.current())
        return isCanvasEvent(event) ? actions.use((code) => void code.cutSelection(store)) : undefined;
      copy(event);
      if (event.defaultPrevented) deleteSelection(store, true);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!isCanvasEvent(event) || store.getState().readOnly) return;
      event.preventDefault();
      const pointer = pointerOver(surface.current);
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const at = pointer && screenToFlowPosition(pointer);
      actions.use(({ paste }) => paste(store, ui, text, at));
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
