"use client";

import { type NodeProps, NodeResizer } from "@xyflow/react";
import { memo } from "react";
import { thingOf } from "@/components/editor/graph/things";
import { useEditor } from "@/components/editor/store/editor-context";
import { useEditorUi } from "@/components/editor/store/editor-ui";
import { cn } from "@/components/ui/cn";
import type { StickyNode } from "../flow/flow-types";
import { paperLooks } from "./paper-looks";
import { StickyField } from "./sticky-field";
import { StickyText } from "./sticky-text";

/** The least that can be grabbed and written on. */
const smallestSticky = { width: 120, height: 64 };

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
          <StickyText sticky={sticky} scrolls={selected && !posing} />
        )}
      </article>
      {selected && !readOnly && !posing ? <Corners /> : null}
    </>
  );
});

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
