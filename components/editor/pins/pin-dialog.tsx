"use client";

import { useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import type { Pin } from "@/workflows/graph/pin";
import { own } from "@/workflows/graph/record";
import { sameJson } from "@/workflows/graph/same-json";
import { useEditor } from "../store/editor-context";
import { useEditorUi, useEditorUiStore } from "../store/editor-ui";
import { newPin } from "./new-pin";
import { PinForm } from "./pin-form";

/** Writes the output of a node by hand, or changes the one it is pinned to. */
export function PinDialog() {
  const nodeId = useEditorUi((state) => state.pinning);
  const title = useEditor((state) => (nodeId ? own(state.document.nodes, nodeId)?.title : undefined));
  if (nodeId === null || title === undefined) return null;
  return <OpenDialog key={nodeId} nodeId={nodeId} title={title} />;
}

function OpenDialog({ nodeId, title }: { nodeId: string; title: string }) {
  const ui = useEditorUiStore();
  const document = useEditor((state) => state.document);
  const [before] = useState<Pin>(() => own(document.pins, nodeId) ?? newPin(document, nodeId));
  const [pin, setPin] = useState(before);
  const close = () => ui.setState({ pinning: null });
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && close()}
      title={`Pinned output of “${title}”`}
      description="Test runs of the draft use this and do not run the node. Published versions never contain it."
      size="md"
      dirty={!sameJson(before, pin)}
      onDiscard={() => setPin(before)}
    >
      <PinForm nodeId={nodeId} pin={pin} onChange={setPin} onDone={close} />
    </FormDialog>
  );
}
