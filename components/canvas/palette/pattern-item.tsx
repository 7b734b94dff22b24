"use client";

import { Command } from "cmdk";
import { Workflow } from "lucide-react";
import { TintedIcon } from "@/components/ui/tint";
import type { Pattern } from "./pattern";

/** Marks a pattern among the items of the palette, whose other values are node types. */
export const patternValue = (id: string) => `pattern:${id}`;

interface PatternItemProps {
  pattern: Pattern;
  onChoose: (pattern: Pattern) => void;
}

/** Several nodes at once, as the palette offers them. */
export function PatternItem({ pattern, onChoose }: PatternItemProps) {
  const { id, title, summary } = pattern.template;
  return (
    <Command.Item
      value={patternValue(id)}
      onSelect={() => onChoose(pattern)}
      className="flex cursor-pointer select-none items-start gap-2.5 rounded-md px-2 py-1.5 outline-none data-[selected=true]:bg-accent pointer-coarse:py-2.5"
    >
      <TintedIcon icon={Workflow} tint="flow" className="mt-0.5" />
      <span className="grid min-w-0">
        <span className="font-medium text-sm">{title}</span>
        <span className="text-muted-foreground text-xs leading-4">{summary}</span>
      </span>
    </Command.Item>
  );
}
