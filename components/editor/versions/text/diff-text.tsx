"use client";

import { useMemo, useState } from "react";
import { cn } from "@/components/ui/cn";
import { type Piece, wordDiff } from "@/workflows/data/word-diff";

interface DiffTextProps {
  before: string;
  after: string;
  /** For code and JSON. */
  mono?: boolean;
}

/** How one text became the other, in one text. Long stretches that both share are folded. */
export function DiffText({ before, after, mono }: DiffTextProps) {
  const pieces = useMemo(() => wordDiff(before, after), [before, after]);
  return (
    <p
      className={cn(
        "min-w-0 whitespace-pre-wrap break-words rounded-md border bg-card px-2.5 py-2 leading-5",
        mono && "font-mono text-xs",
      )}
    >
      {pieces.map((piece, index) => (
        <Stretch
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is nothing but its place
          key={index}
          piece={piece}
          first={index === 0}
          last={index === pieces.length - 1}
        />
      ))}
    </p>
  );
}

function Stretch({ piece, first, last }: { piece: Piece; first: boolean; last: boolean }) {
  if (piece.kind === "same") return <Same text={piece.text} first={first} last={last} />;
  if (piece.kind === "added") {
    return (
      <ins className="rounded-xs bg-done-soft text-done-ink no-underline">
        <span className="sr-only">[added: </span>
        {piece.text}
        <span className="sr-only">]</span>
      </ins>
    );
  }
  return (
    <del className="me-1 rounded-xs bg-failed-soft text-failed-ink">
      <span className="sr-only">[removed: </span>
      {piece.text}
      <span className="sr-only">]</span>
    </del>
  );
}

/** What of an unchanged stretch is shown beside a change, in characters. */
const CONTEXT = 160;

function Same({ text, first, last }: { text: string; first: boolean; last: boolean }) {
  const [open, setOpen] = useState(false);
  if (open || text.length < CONTEXT * 4) return text;
  const begin = first ? 0 : CONTEXT;
  const end = last ? text.length : text.length - CONTEXT;
  return (
    <>
      {text.slice(0, begin)}
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="mx-1 rounded-sm border bg-muted px-1.5 font-sans text-2xs text-muted-foreground hover:text-foreground"
      >
        {`… ${(end - begin).toLocaleString("en")} characters unchanged`}
      </button>
      {text.slice(end)}
    </>
  );
}
