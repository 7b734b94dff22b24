"use client";

import { type RefObject, useEffect, useRef } from "react";
import { useEditorUi, useEditorUiStore } from "@/components/editor/store/editor-ui";

/** Brings the field that the problems panel asked for into view and into focus. */
export function useFocusField(nodeId: string): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null);
  const ui = useEditorUiStore();
  const wanted = useEditorUi((state) => state.focusField);

  useEffect(() => {
    if (wanted?.nodeId !== nodeId) return;
    const frame = requestAnimationFrame(() => {
      const place = fieldIn(panel.current, wanted.field);
      place?.closest("details")?.setAttribute("open", "");
      place?.scrollIntoView({ block: "center" });
      place?.querySelector<HTMLElement>("input, textarea, button, .cm-content")?.focus();
      ui.setState({ focusField: null });
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted, nodeId, ui]);
  return panel;
}

/** The field itself, or the nearest one around it that is drawn. */
function fieldIn(panel: HTMLElement | null, path: string): HTMLElement | null {
  const parts = path.split(".");
  for (let length = parts.length; length > 0; length--) {
    const name = CSS.escape(parts.slice(0, length).join("."));
    const found = panel?.querySelector<HTMLElement>(`[data-field="${name}"]`);
    if (found) return found;
  }
  return null;
}
