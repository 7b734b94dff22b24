"use client";

import { Trash2 } from "lucide-react";
import { useCommand } from "@/components/editor/commands/use-commands";
import { backEdges } from "@/components/editor/graph/back-edges";
import { cardPorts } from "@/components/editor/graph/card-ports";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";

/** The most often a run may take one edge (workflows/graph/edge.ts). */
const MOST = 10_000;

/** A connection: where it leads, and how often a run may take it. */
export function EdgeInspector({ edgeId }: { edgeId: string }) {
  const store = useEditorStore();
  const document = useEditor((state) => state.document);
  const readOnly = useEditor((state) => state.readOnly);
  const issues = useEditor((state) => state.issues).filter((issue) => issue.path.edgeId === edgeId);
  const remove = useCommand("delete");
  const edge = document.edges[edgeId];
  if (!edge) return null;

  const title = (id: string) => document.nodes[id]?.title ?? id;
  const port = cardPorts(document, edge.source).find((each) => each.name === edge.port);
  const setCap = (text: string) => {
    const cap = Math.trunc(Number(text));
    const { cap: _, ...rest } = edge;
    if (text !== "" && !(cap >= 1 && cap <= MOST)) return;
    store.getState().change({ op: "edge.update", id: edgeId, edge: text === "" ? rest : { ...rest, cap } });
  };
  return (
    <div className="grid gap-4 p-4">
      <div className="grid gap-0.5">
        <h2 className="font-semibold text-sm">{backEdges(document).has(edgeId) ? "Loop" : "Connection"}</h2>
        <p className="text-muted-foreground">
          {`From “${title(edge.source)}”${edge.port === "out" ? "" : ` by ${port?.label ?? edge.port}`} to “${title(edge.target)}”.`}
        </p>
      </div>
      {issues.map((issue) => (
        <Notice key={issue.code} tone={issue.severity === "error" ? "failed" : "waiting"}>
          {issue.message}
        </Notice>
      ))}
      <Field
        label="At most, per run"
        optional
        help="How often one run may take this connection. After that it leaves by the port “Limit reached” if that is connected, else it stops with an error."
      >
        <Input
          type="number"
          min={1}
          max={MOST}
          step={1}
          disabled={readOnly}
          value={edge.cap ?? ""}
          placeholder="No limit of its own"
          onChange={(event) => setCap(event.target.value)}
        />
      </Field>
      {readOnly ? null : (
        <Button size="sm" onClick={remove.run} className="justify-self-start">
          <Trash2 aria-hidden />
          Delete connection
        </Button>
      )}
    </div>
  );
}
