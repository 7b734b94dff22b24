import { memo, type RefObject } from "react";
import { cn } from "@/components/ui/cn";
import type { Piece } from "./marked-pieces";

interface MarkedCopyProps {
  pieces: readonly Piece[];
  /** Where in the text the list of suggestions hangs, and the element that then stands there. */
  anchorAt: number | undefined;
  anchor: RefObject<HTMLSpanElement | null>;
  className: string;
}

const looks: Record<Piece["look"], string> = {
  prose: "",
  space: "",
  call: "",
  mark: "text-muted-foreground",
  name: "text-running-ink",
  word: "text-category-model",
  number: "text-category-data",
  string: "text-done-ink",
};
const underlines = { error: "decoration-failed", warning: "decoration-waiting" };

/** What is seen of a field: its text with colours, right under the letters that the field itself keeps clear. */
export const MarkedCopy = memo(function MarkedCopy({ pieces, anchorAt, anchor, className }: MarkedCopyProps) {
  const mark = <span ref={anchor} />;
  return (
    <div aria-hidden className={cn(className, "pointer-events-none select-none")}>
      {pieces.map(({ text, start, look, problem }, index) => {
        const split = anchorAt !== undefined && anchorAt >= start && anchorAt < start + text.length;
        return (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: what is typed moves the places of all that follows
            key={index}
            className={cn(
              looks[look],
              problem && "underline decoration-2 decoration-wavy underline-offset-2",
              problem && underlines[problem],
            )}
          >
            {split ? text.slice(0, anchorAt - start) : text}
            {split ? mark : null}
            {split ? text.slice(anchorAt - start) : null}
          </span>
        );
      })}
      {anchorAt !== undefined && anchorAt >= endOf(pieces) ? mark : null}
      {/* A last line without a letter would have no height. */}{" "}
    </div>
  );
});

function endOf(pieces: readonly Piece[]): number {
  const last = pieces.at(-1);
  return last ? last.start + last.text.length : 0;
}
