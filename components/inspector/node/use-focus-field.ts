"use client";

import { type RefObject, useEffect, useRef } from "react";
import { type FieldRequest, useEditorUi, useEditorUiStore } from "@/components/editor/store/editor-ui";

/** How the field looks that a search has led to, while the keyboard stays in the search. */
export const foundLook =
  "[&_[data-found]]:rounded-sm [&_[data-found]]:outline-2 [&_[data-found]]:outline-waiting [&_[data-found]]:outline-offset-4";

/** Brings the field that the problems panel or a search asked for into view, and most often into focus. */
export function useFocusField(nodeId: string): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null);
  const ui = useEditorUiStore();
  const wanted = useEditorUi((state) => state.focusField);
  const finding = useEditorUi((state) => state.find.open);

  useEffect(() => {
    if (!finding) unmark(panel.current);
  }, [finding]);
  useEffect(() => {
    if (wanted?.nodeId !== nodeId) return;
    unmark(panel.current);
    const frame = requestAnimationFrame(() => {
      const place = fieldIn(panel.current, wanted.field);
      place?.closest("details")?.setAttribute("open", "");
      place?.scrollIntoView({ block: "center" });
      if (place) settleIn(place, wanted);
      ui.setState({ focusField: null });
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted, nodeId, ui]);
  return panel;
}

function settleIn(place: HTMLElement, { found }: FieldRequest): void {
  const control = place.querySelector<HTMLElement>("input, textarea, button, .cm-content");
  if (found?.focus ?? true) control?.focus();
  if (!found) return;
  place.setAttribute("data-found", "");
  if (isText(control)) control.setSelectionRange(found.start, found.end);
}

function isText(control: Element | null): control is HTMLTextAreaElement | HTMLInputElement {
  return (
    control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === "text")
  );
}

function unmark(panel: HTMLElement | null): void {
  for (const field of panel?.querySelectorAll("[data-found]") ?? []) field.removeAttribute("data-found");
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
