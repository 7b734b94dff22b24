"use client";

import { useReactFlow } from "@xyflow/react";
import { Plus } from "lucide-react";
import type { MouseEvent } from "react";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { useEditorUiStore } from "@/components/editor/store/editor-ui";

const SIZE = 24;

interface InsertButtonProps {
  edgeId: string;
  x: number;
  y: number;
}

/** The + on an edge: puts a node in between. By keyboard the same is / while the edge is selected. */
export function InsertButton({ edgeId, x, y }: InsertButtonProps) {
  const store = useEditorStore();
  const ui = useEditorUiStore();
  const { flowToScreenPosition } = useReactFlow();
  if (store.getState().readOnly) return null;
  const open = (event: MouseEvent) => {
    event.stopPropagation();
    const screen = flowToScreenPosition({ x, y: y + SIZE / 2 });
    ui.setState({ palette: { screen, join: { edgeId } } });
  };
  return (
    <foreignObject x={x - SIZE / 2} y={y - SIZE / 2} width={SIZE} height={SIZE}>
      <button
        type="button"
        tabIndex={-1}
        aria-label="Insert a node here"
        onClick={open}
        className="grid size-6 place-items-center rounded-full border bg-card text-muted-foreground hover:border-running hover:text-foreground"
      >
        <Plus aria-hidden className="size-3.5" />
      </button>
    </foreignObject>
  );
}
