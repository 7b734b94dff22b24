"use client";

import { useState } from "react";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

const LONGEST = 120;

/** A node's name. While it is empty the last one stays in force. */
export function TitleField({
  nodeId,
  title,
  disabled,
}: {
  nodeId: string;
  title: string;
  disabled: boolean;
}) {
  const store = useEditorStore();
  const [emptied, setEmptied] = useState(false);
  const change = (text: string) => {
    setEmptied(text.trim() === "");
    if (text.trim() !== "")
      store.getState().change({ op: "node.title", id: nodeId, title: text.slice(0, LONGEST) });
  };
  return (
    <Field label="Title" error={emptied ? "A node needs a name: it keeps the last one." : undefined}>
      <Input
        value={emptied ? "" : title}
        maxLength={LONGEST}
        disabled={disabled}
        onChange={(event) => change(event.target.value)}
        onBlur={() => setEmptied(false)}
      />
    </Field>
  );
}
