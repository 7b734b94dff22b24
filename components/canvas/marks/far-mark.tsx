"use client";

import { cn } from "@/components/ui/cn";
import { tintClasses } from "@/components/ui/tint";
import { useNodeMark } from "./use-marks";

/** A lit node from afar: its whole outline in the mark's colour, since no word could be read. */
export function FarMark({ nodeId }: { nodeId: string }) {
  const mark = useNodeMark(nodeId);
  if (!mark) return null;
  return (
    <span
      data-mark={mark.tint}
      className={cn(
        tintClasses[mark.tint],
        "absolute -inset-1 rounded-xl border-[10px] border-current bg-transparent",
      )}
    >
      <span className="sr-only">{mark.word}</span>
    </span>
  );
}
