"use client";

import type { KeyboardEvent } from "react";
import { LaterMarkdown } from "@/components/markdown/later-markdown";
import { cn } from "@/components/ui/cn";
import type { Sticky } from "@/workflows/graph/layout";
import { useFar } from "../far/use-detail";
import { firstLine } from "../flow/flow-papers";
import { paperLooks } from "./paper-looks";
import { useTitleSize } from "./use-title-size";

/** From afar a note shows its first line in whole lines of text: pixels around it, and height of one. */
const PADDING = 24;
const LINE = 1.2;

/** What a note says: as Markdown, or from afar its first line. */
export function StickyText({
  sticky: { text, color, height },
  scrolls,
}: {
  sticky: Sticky;
  scrolls: boolean;
}) {
  const far = useFar();
  const size = useTitleSize();
  const { ink } = paperLooks[color];
  if (text.trim() === "")
    return (
      <p className={cn("p-3", ink)}>
        Empty note. <span className="pointer-coarse:hidden">Double-click to write.</span>
        <span className="pointer-fine:hidden">Tap to write.</span>
      </p>
    );
  if (far || size > 24) {
    const lines = Math.max(1, Math.floor((height - PADDING) / (size * LINE)));
    return (
      <p
        style={{ fontSize: size, lineHeight: LINE, WebkitLineClamp: lines }}
        className={cn("mx-3 mt-3 line-clamp-1 font-semibold", ink)}
      >
        {firstLine(text)}
      </p>
    );
  }
  const words = <LaterMarkdown>{text}</LaterMarkdown>;
  if (!scrolls)
    return (
      <div className="min-h-0 flex-1 overflow-hidden p-3 leading-5 [mask-image:linear-gradient(to_bottom,#000_calc(100%-16px),transparent)]">
        {words}
      </div>
    );
  return (
    <section
      aria-label="Text of the note"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      onKeyDown={keepArrows}
      className="nowheel min-h-0 flex-1 overflow-y-auto p-3 leading-5 outline-none"
    >
      {words}
    </section>
  );
}

/** Inside the text the arrow keys scroll; outside of it they move the note. */
function keepArrows(event: KeyboardEvent) {
  if (event.key.startsWith("Arrow")) event.stopPropagation();
}
