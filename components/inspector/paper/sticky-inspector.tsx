"use client";

import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { Sticky } from "@/workflows/graph/layout";
import { CommandButton } from "../command-button";
import { ColorPicker } from "./color-picker";

/** A note on the canvas: its text and its colour. */
export function StickyInspector({ stickyId }: { stickyId: string }) {
  const store = useEditorStore();
  const sticky = useEditor((state) => state.document.layout.stickies[stickyId]);
  const readOnly = useEditor((state) => state.readOnly);
  if (!sticky) return null;
  const change = (part: Partial<Sticky>) =>
    store.getState().change({ op: "sticky.set", id: stickyId, sticky: { ...sticky, ...part } });
  return (
    <div className="grid gap-4 p-4">
      <Field label="Note" help="Markdown: **bold**, # title, - list, [link](https://…).">
        <Textarea
          value={sticky.text}
          rows={8}
          maxLength={10_000}
          readOnly={readOnly}
          placeholder="What should people know about this part?"
          onChange={(event) => change({ text: event.target.value })}
        />
      </Field>
      <ColorPicker value={sticky.color} disabled={readOnly} onChange={(color) => change({ color })} />
      {readOnly ? null : (
        <div className="flex flex-wrap gap-2">
          {["duplicate", "copy", "delete"].map((id) => (
            <CommandButton key={id} id={id} />
          ))}
        </div>
      )}
    </div>
  );
}
