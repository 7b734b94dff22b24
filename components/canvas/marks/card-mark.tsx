"use client";

import { memo } from "react";
import { cn } from "@/components/ui/cn";
import { tintClasses } from "@/components/ui/tint";
import { useNodeMark } from "./use-marks";

/** A card beside those that are lit: still there to be read, no longer in the way. */
export const dimmedLook = "opacity-35";

interface CardMarkProps {
  nodeId: string;
  /** The card is seen from some distance: its word is written larger. */
  small?: boolean;
  round?: boolean;
}

/** The edge and the word of a lit node. Both lie over the card's own edge, so that no port ever moves. */
export const CardMark = memo(function CardMark({ nodeId, small, round }: CardMarkProps) {
  const mark = useNodeMark(nodeId);
  if (!mark) return null;
  const tint = tintClasses[mark.tint];
  return (
    <>
      <span
        aria-hidden
        className={cn(
          tint,
          "pointer-events-none absolute -inset-1 border-2 border-current bg-transparent",
          round ? "rounded-full" : "rounded-xl",
        )}
      />
      <span
        data-mark={mark.tint}
        className={cn(
          tint,
          "pointer-events-none absolute -top-3.5 left-3 z-10 max-w-52 truncate whitespace-nowrap rounded-full border border-current px-2 font-medium text-xs leading-4.5",
          small && "-top-6 text-lg leading-7",
        )}
      >
        {mark.word}
      </span>
    </>
  );
});
