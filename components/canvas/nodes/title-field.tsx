"use client";

import type { KeyboardEvent } from "react";
import { useEditorUiStore } from "@/components/editor/store/editor-ui";
import { cn } from "@/components/ui/cn";

interface TitleFieldProps {
  /** What the field is for, said to screen readers. */
  label: string;
  title: string;
  /** What was typed, without spaces around it, where it is something else than before. */
  onKeep: (title: string) => void;
  className?: string | undefined;
}

/** A title that is being typed where it stands. Enter or leaving the field keeps it, Escape does not. */
export function TitleField({ label, title, onKeep, className }: TitleFieldProps) {
  const ui = useEditorUiStore();
  const keep = (typed: string) => {
    ui.setState({ renaming: null });
    const text = typed.trim();
    if (text !== title) onKeep(text);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.key !== "Enter" && event.key !== "Escape") return;
    if (event.key === "Escape") event.currentTarget.value = title;
    event.preventDefault();
    event.currentTarget.closest<HTMLElement>(".react-flow__node")?.focus();
  };
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: it stands where the person asked to type
      autoFocus
      aria-label={label}
      defaultValue={title}
      maxLength={120}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => keep(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      className={cn(
        className,
        "nodrag nopan block w-full min-w-0 rounded-sm bg-transparent outline-2 outline-ring",
      )}
    />
  );
}
