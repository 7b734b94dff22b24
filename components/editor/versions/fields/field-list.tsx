import type { GraphDocument } from "@/workflows/graph/document";
import type { Json } from "@/workflows/graph/json";
import type { Change } from "../changes/changes";
import { fieldLabel } from "./field-label";
import { FieldValue } from "./field-value";

interface FieldListProps {
  change: Change;
  /** Where the ends of edges are looked up. */
  nodes: GraphDocument["nodes"];
}

/** Place by place what changed of one thing. */
export function FieldList({ change, nodes }: FieldListProps) {
  const titleOf = (value: Json) => (typeof value === "string" ? nodes[value]?.title : undefined);
  const ends = new Set(["source", "target"]);
  return (
    <dl className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3">
      {change.fields.map((field) => (
        <div key={field.field} className="grid min-w-0 gap-1">
          <dt className="font-medium text-muted-foreground text-xs">{fieldLabel(change, field.field)}</dt>
          <dd className="min-w-0">
            <FieldValue
              change={field}
              {...(change.part === "edge" && ends.has(field.field) ? { nameOf: titleOf } : {})}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
