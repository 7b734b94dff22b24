"use client";

import { type NodeProps, NodeResizer } from "@xyflow/react";
import { type KeyboardEvent, lazy, memo, Suspense } from "react";
import { thingOf } from "@/components/editor/graph/things";
import { useEditor } from "@/components/editor/store/editor-context";
import { useEditorUi } from "@/components/editor/store/editor-ui";
import { cn } from "@/components/ui/cn";
import type { Sticky } from "@/workflows/graph/layout";
import { useFar } from "../far/use-detail";
import { firstLine } from "../flow/flow-papers";
import type { StickyNode } from "../flow/flow-types";
import { paperLooks } from "./paper-looks";
import { StickyField } from "./sticky-field";
import { useTitleSize } from "./use-title-size";

/** The least that can be grabbed and written on. */
const smallestSticky = { width: 120, height: 64 };

/** From afar a note shows its first line in whole lines of text: pixels around it, and height of one. */
const PADDING = 24;
const LINE = 1.2;

// Few graphs have notes, and Markdown weighs more than the rest of the canvas.
const Markdown = lazy(async () => ({ default: (await import("@/components/markdown/markdown")).Markdown }));

/** A note on the canvas. Text that does not fit is cut off, and scrolls once the note is selected. */
export const StickyNote = memo(function StickyNote({ id: key, selected }: NodeProps<StickyNode>) {
  const { id } = thingOf(key);
  const sticky = useEditor((state) => state.document.layout.stickies[id]);
  const readOnly = useEditor((state) => state.readOnly);
  const editing = useEditorUi((state) => state.renaming === key);
  const posing = useEditorUi((state) => state.posing);
  if (!sticky) return null;

  return (
    <>
      <article
        data-sticky={id}
        className={cn(
          "flex size-full flex-col overflow-hidden rounded-lg border text-foreground text-sm shadow-[0_1px_2px_rgb(0_0_0/0.05)]",
          paperLooks[sticky.color].sheet,
          selected && "ring-2 ring-ring ring-offset-1 ring-offset-canvas",
        )}
      >
        {editing ? (
          <StickyField id={id} sticky={sticky} />
        ) : (
          <Text sticky={sticky} scrolls={selected && !posing} />
        )}
      </article>
      {selected && !readOnly && !posing ? <Corners /> : null}
    </>
  );
});

function Text({ sticky: { text, color, height }, scrolls }: { sticky: Sticky; scrolls: boolean }) {
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
  const words = (
    <Suspense fallback={<p className="whitespace-pre-wrap">{text}</p>}>
      <Markdown>{text}</Markdown>
    </Suspense>
  );
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

/** What a selected note is pulled by to be given another size. */
function Corners() {
  return (
    <NodeResizer
      minWidth={smallestSticky.width}
      minHeight={smallestSticky.height}
      maxWidth={2_000}
      maxHeight={2_000}
      lineClassName="!border-transparent"
      handleClassName="!size-2.5 !rounded-sm !border-ring !bg-card before:absolute before:-inset-2 pointer-coarse:before:-inset-[17px]"
    />
  );
}
