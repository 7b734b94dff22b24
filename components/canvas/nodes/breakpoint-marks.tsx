"use client";

import { memo } from "react";
import { useBreaks } from "@/components/editor/breakpoints/breakpoints-context";
import { cn } from "@/components/ui/cn";

interface BreakpointMarksProps {
  nodeId: string;
  /** The card is seen from afar: its dots are larger. */
  far?: boolean;
}

/** Dots at the card's edges where test runs stop: at the left before the node runs, at the right after. */
export const BreakpointMarks = memo(function BreakpointMarks({ nodeId, far }: BreakpointMarksProps) {
  const before = useBreaks(nodeId, "before");
  const after = useBreaks(nodeId, "after");
  return (
    <>
      {before ? (
        <Dot words="Test runs stop before this node" className={far ? "-left-4 -top-4 size-10" : "-left-2"} />
      ) : null}
      {after ? (
        <Dot
          words="Test runs stop after this node"
          className={far ? "-right-4 -top-4 size-10" : "-right-2"}
        />
      ) : null}
    </>
  );
});

function Dot({ words, className }: { words: string; className: string }) {
  return (
    <span
      title={words}
      className={cn("absolute -top-2 z-10 size-4 rounded-full border-2 border-card bg-failed", className)}
    >
      <span className="sr-only">{words}</span>
    </span>
  );
}
