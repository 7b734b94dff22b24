"use client";

import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { completeExpression } from "@/workflows/expressions/complete/complete";
import { completeTemplate } from "@/workflows/expressions/complete/complete-template";
import type { Completion, CompletionScope, Completions } from "@/workflows/expressions/complete/completion";
import { insertText } from "./insert-text";
import type { FieldKind } from "./marked-pieces";

interface Open extends Completions {
  active: number;
}

export interface CompletionState {
  open: Open | null;
  /** Somebody typed: opens, narrows or closes the list. */
  typed: () => void;
  close: () => void;
  accept: (option: Completion) => void;
  /** True where the key was for the list. */
  key: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
}

/** The list of what can be written at the caret: when it opens, what is chosen in it, what choosing does. */
export function useCompletion(
  area: RefObject<HTMLTextAreaElement | null>,
  kind: FieldKind,
  scopeOf: () => CompletionScope,
): CompletionState {
  const [open, setOpen] = useState<Open | null>(null);
  const inserting = useRef(false);

  const look = (asked: boolean) => {
    const element = area.current;
    if (!element || element.selectionStart !== element.selectionEnd) return setOpen(null);
    const { value, selectionStart: caret } = element;
    if (!asked && !invites(value, caret, kind)) return setOpen(null);
    const complete = kind === "template" ? completeTemplate : completeExpression;
    const found = complete(value, caret, scopeOf());
    const written = found && value.slice(found.from, found.to);
    const done = found?.options.length === 1 && found.options[0]?.label === written && !asked;
    setOpen(found && !done ? { ...found, active: 0 } : null);
  };

  const accept = (option: Completion) => {
    if (!open || !area.current) return;
    const { from, to } = open;
    setOpen(null);
    // What is inserted is no invitation to choose again.
    inserting.current = true;
    insertText(area.current, { from, to }, option.insert, option.caret);
    inserting.current = false;
    if (option.insert.endsWith(".")) look(false);
  };

  const key = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (event.nativeEvent.isComposing) return false;
    if (event.key === " " && event.ctrlKey) {
      look(true);
      return true;
    }
    if (!open) return false;
    const active = open.options[open.active];
    const count = open.options.length;
    switch (event.key) {
      case "ArrowDown":
        setOpen({ ...open, active: (open.active + 1) % count });
        return true;
      case "ArrowUp":
        setOpen({ ...open, active: (open.active + count - 1) % count });
        return true;
      case "Enter":
      case "Tab":
        if (event.shiftKey || !active) return false;
        accept(active);
        return true;
      case "Escape":
        setOpen(null);
        return true;
      case "ArrowLeft":
      case "ArrowRight":
      case "Home":
      case "End":
        setOpen(null);
        return false;
      default:
        return false;
    }
  };

  return {
    open,
    typed: () => (inserting.current ? undefined : look(false)),
    close: () => setOpen(null),
    accept,
    key,
  };
}

/** A name that is begun, a dot behind a value, and the brackets of a template invite suggestions. */
function invites(text: string, caret: number, kind: FieldKind): boolean {
  const before = text.slice(0, caret);
  if (/[\p{L}_][\p{L}\p{N}_]*$/u.test(before) || /[\p{L}\p{N}_)\]}]\s*\.\??$/u.test(before)) return true;
  return kind === "template" && before.endsWith("{{");
}
