"use client";

import { Pin, PinOff } from "lucide-react";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { useEditorUiStore } from "@/components/editor/store/editor-ui";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import { own } from "@/workflows/graph/record";
import { faceOf } from "@/workflows/nodes/registry.faces";

/** The output that test runs use in place of the node, and how to pin one, change it or take it off. */
export function PinSection({ nodeId }: { nodeId: string }) {
  const store = useEditorStore();
  const ui = useEditorUiStore();
  const pin = useEditor((state) => own(state.document.pins, nodeId));
  const readOnly = useEditor((state) => state.readOnly);
  const role = useEditor((state) => faceOf(state.document.nodes[nodeId]?.type ?? "")?.role);
  if (role !== undefined || (readOnly && !pin)) return null;
  const edit = () => ui.setState({ pinning: nodeId });
  return (
    <section className="grid gap-2">
      <h3 className="flex items-center gap-2 font-medium">
        Pinned output
        {pin && pin.port !== "out" ? <Badge>{`leaves by ${pin.port}`}</Badge> : null}
      </h3>
      {pin ? (
        <JsonTree label="pinned output" value={pin.update} openDepth={2} />
      ) : (
        <p className="text-muted-foreground text-xs">
          Pin an output, and test runs use it instead of running this node. Published versions always run it.
        </p>
      )}
      {readOnly ? null : (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={edit}>
            <Pin aria-hidden />
            {pin ? "Edit the pin" : "Write an output…"}
          </Button>
          {pin ? (
            <Button
              size="sm"
              onClick={() => store.getState().change({ op: "node.pin", id: nodeId, pin: null })}
            >
              <PinOff aria-hidden />
              Unpin
            </Button>
          ) : null}
        </div>
      )}
    </section>
  );
}
