"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { TintedIcon } from "@/components/ui/tint";
import type { GraphDocument } from "@/workflows/graph/document";
import type { TextMatch } from "@/workflows/graph/text/find-text";
import { useEditor } from "../store/editor-context";
import { iconOf, nodeOf, placeWords } from "./place-words";
import type { Find } from "./use-find";

const ROW_HEIGHT = 44;

/** Every match with its node, its field and the words around it; chosen, it leads there. */
export function Hits({ matches, at, show }: Find) {
  const document = useEditor((state) => state.document);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: matches.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
  });
  useEffect(() => {
    if (at !== null) virtual.scrollToIndex(at);
  }, [virtual, at]);
  if (matches.length === 0) return null;
  return (
    <div ref={scroller} className="max-h-56 min-h-0 overflow-y-auto border-t max-md:max-h-44">
      <ol aria-label="Matches" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const match = matches[index];
          return match ? (
            <li
              key={index}
              aria-setsize={matches.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0"
              style={{ top: start, height: ROW_HEIGHT }}
            >
              <Hit
                match={match}
                document={document}
                current={index === at}
                onChoose={() => show(matches, index, true)}
              />
            </li>
          ) : null;
        })}
      </ol>
    </div>
  );
}

interface HitProps {
  match: TextMatch;
  document: GraphDocument;
  current: boolean;
  onChoose: () => void;
}

function Hit({ match, document, current, onChoose }: HitProps) {
  const { owner, field } = placeWords(document, match.place);
  const { icon, tint } = iconOf(document, nodeOf(match.place));
  return (
    <button
      type="button"
      aria-current={current ? "true" : undefined}
      onClick={onChoose}
      className={cn(
        "flex size-full items-center gap-2 px-2 text-left hover:bg-accent focus-visible:outline-offset-[-2px]",
        current && "bg-accent",
      )}
    >
      <TintedIcon icon={icon} tint={tint} />
      <span className="grid min-w-0 flex-1">
        <span className="flex justify-between gap-3">
          <span className="min-w-0 truncate font-medium">{owner}</span>
          <span className="shrink-0 text-muted-foreground text-xs">{field}</span>
        </span>
        <Context match={match} />
      </span>
    </button>
  );
}

/** The match with the words around it, on one line; what stands before it gives way first. */
function Context({ match: { before, match, after } }: { match: TextMatch }) {
  return (
    <span className="truncate whitespace-pre text-muted-foreground text-xs">
      {oneLine(before).slice(-24)}
      <mark className="rounded-xs bg-waiting-soft px-px font-medium text-waiting-ink">{oneLine(match)}</mark>
      {oneLine(after)}
    </span>
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
