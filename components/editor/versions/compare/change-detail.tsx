import type { GraphDocument } from "@/workflows/graph/document";
import { faceOf } from "@/workflows/nodes/registry.faces";
import { ChangeBadge } from "../changes/change-badge";
import type { Change } from "../changes/changes";
import { FieldList } from "../fields/field-list";

/** The chosen change, place by place. */
export function ChangeDetail({ change, nodes }: { change: Change; nodes: GraphDocument["nodes"] }) {
  const type = change.nodeType === undefined ? undefined : faceOf(change.nodeType)?.title;
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 p-4">
      <header className="grid gap-1">
        <div className="flex items-start gap-2">
          <h3 className="min-w-0 flex-1 break-words font-semibold">{change.title}</h3>
          <ChangeBadge kind={change.kind} />
        </div>
        {type ? <p className="text-muted-foreground text-xs">{type}</p> : null}
      </header>
      <FieldList key={change.key} change={change} nodes={nodes} />
    </div>
  );
}
