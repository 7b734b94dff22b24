"use client";

import { Pin } from "lucide-react";
import { lastOutput } from "@/components/editor/pins/last-output";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { useRun } from "@/components/run/store/run-context";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { own } from "@/workflows/graph/record";
import { sameJson } from "@/workflows/graph/same-json";
import { faceOf } from "@/workflows/nodes/registry.faces";

/** Pins what the node gave in the shown run. */
export function PinLastOutput({ nodeId }: { nodeId: string }) {
  const store = useEditorStore();
  const view = useRun((state) => state?.view ?? null);
  const pinned = useEditor((state) => own(state.document.pins, nodeId));
  const mayPin = useEditor(
    (state) => !state.readOnly && faceOf(state.document.nodes[nodeId]?.type ?? "")?.role === undefined,
  );
  const pin = lastOutput(view, nodeId);
  if (!mayPin || !pin || sameJson(pin, pinned)) return null;
  const save = () => {
    const refused = store.getState().change({ op: "node.pin", id: nodeId, pin });
    if (refused) toast.failed("The output was not pinned", new Error(refused.message));
  };
  return (
    <Button size="sm" className="justify-self-start" onClick={save}>
      <Pin aria-hidden />
      {pinned ? "Pin this output instead" : "Pin this output"}
    </Button>
  );
}
