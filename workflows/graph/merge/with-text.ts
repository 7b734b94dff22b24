import { apply } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import type { SingleOperation } from "@/workflows/graph/operation";
import type { Conflict } from "./conflict";

/** Whether a conflict is about a text that a person may write anew out of both: a long text of a node. */
export function isText({ part, nodeId, field, mine, theirs }: Conflict): boolean {
  const isLong = field === "note" || field?.startsWith("config.") === true;
  return part === "field" && nodeId !== undefined && isLong && [mine, theirs].every(isString);
}

/** The merged document with a text of the person's own where the two disagreed. */
export function withText(document: GraphDocument, conflict: Conflict, text: string): GraphDocument {
  const { nodeId, field } = conflict;
  if (nodeId === undefined || field === undefined || !isText(conflict)) return document;
  const operation: SingleOperation =
    field === "note"
      ? { op: "node.note", id: nodeId, note: text }
      : { op: "node.configure", id: nodeId, set: { [field.slice("config.".length)]: text }, unset: [] };
  const written = apply(document, operation);
  return written.ok ? written.value : document;
}

const isString = (value: unknown) => typeof value === "string";
