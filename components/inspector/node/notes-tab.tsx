"use client";

import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

const LONGEST = 10_000;

/** Words about a node for the people who work on it; runs never see them. */
export function NotesTab({ nodeId }: { nodeId: string }) {
  const store = useEditorStore();
  const note = useEditor((state) => state.document.nodes[nodeId]?.note);
  const readOnly = useEditor((state) => state.readOnly);
  return (
    <div data-field="node.note" className="p-4">
      <Field label="Note" help="For people only: why this node is here, what to mind. Models never see it.">
        <Textarea
          rows={8}
          maxLength={LONGEST}
          disabled={readOnly}
          value={note ?? ""}
          onChange={(event) =>
            store.getState().change({ op: "node.note", id: nodeId, note: event.target.value || undefined })
          }
        />
      </Field>
    </div>
  );
}
