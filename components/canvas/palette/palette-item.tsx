"use client";

import { Command } from "cmdk";
import type { DragEvent } from "react";
import { TintedIcon } from "@/components/ui/tint";
import type { NodeDefinition } from "@/workflows/nodes/definition";
import { nodeIcon } from "../nodes/node-icons";
import { dragType } from "./drag-type";

interface PaletteItemProps {
  definition: NodeDefinition;
  onChoose: (type: string) => void;
  onDragging?: ((dragging: boolean) => void) | undefined;
}

export function PaletteItem({ definition, onChoose, onDragging }: PaletteItemProps) {
  const onDragStart = (event: DragEvent) => {
    event.dataTransfer.setData(dragType, definition.type);
    event.dataTransfer.effectAllowed = "copy";
    onDragging?.(true);
  };
  return (
    <Command.Item
      value={definition.type}
      onSelect={() => onChoose(definition.type)}
      draggable
      onDragStart={onDragStart}
      onDragEnd={() => onDragging?.(false)}
      className="flex cursor-pointer select-none items-start gap-2.5 rounded-md px-2 py-1.5 outline-none data-[selected=true]:bg-accent pointer-coarse:py-2.5"
    >
      <TintedIcon icon={nodeIcon(definition.icon)} tint={definition.category} className="mt-0.5" />
      <span className="grid min-w-0">
        <span className="font-medium text-sm">{definition.title}</span>
        <span className="text-muted-foreground text-xs leading-4">{definition.summary}</span>
      </span>
    </Command.Item>
  );
}
