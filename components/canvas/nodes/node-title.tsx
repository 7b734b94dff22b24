"use client";

import type { KeyboardEvent } from "react";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { useEditorUi, useEditorUiStore } from "@/components/editor/store/editor-ui";
import { cn } from "@/components/ui/cn";

interface NodeTitleProps {
  nodeId: string;
  title: string;
  tip?: string;
  className?: string;
}

/** The name of a node on its card; F2 makes it a field in the same place. */
export function NodeTitle({ nodeId, title, tip, className }: NodeTitleProps) {
  const renaming = useEditorUi((state) => state.renaming === nodeId);
  const looks = cn("truncate font-semibold", className);
  if (renaming) return <TitleField nodeId={nodeId} title={title} className={looks} />;
  return (
    <h3 className={looks} title={tip}>
      {title}
    </h3>
  );
}

/** Enter or leaving the field keeps what was typed, Escape does not. */
function TitleField({ nodeId, title, className }: NodeTitleProps) {
  const store = useEditorStore();
  const ui = useEditorUiStore();
  const keep = (typed: string) => {
    ui.setState({ renaming: null });
    const text = typed.trim();
    if (text !== "" && text !== title) store.getState().change({ op: "node.title", id: nodeId, title: text });
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
      aria-label="Name of the node"
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
