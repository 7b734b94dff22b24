import { Notice } from "@/components/ui/notice";
import type { CodeNote } from "@/workflows/code/write/scope";
import type { GraphDocument } from "@/workflows/graph/document";

interface CarriedOverProps {
  notes: readonly CodeNote[];
  document: GraphDocument;
}

/** What an import or export could not carry over, node by node; that it carried everything, otherwise. */
export function CarriedOver({ notes, document }: CarriedOverProps) {
  if (notes.length === 0) return <Notice tone="done">Everything is carried over.</Notice>;
  return (
    <Notice tone="waiting" title="Not everything is carried over">
      <ul className="mt-1 grid max-h-56 gap-1 overflow-y-auto">
        {notes.map(({ nodeId, message }) => (
          <li key={`${nodeId}${message}`}>
            {nodeId ? <span className="font-medium">{document.nodes[nodeId]?.title ?? nodeId}: </span> : null}
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
