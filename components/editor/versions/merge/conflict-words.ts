import { edgeTitle } from "@/components/editor/store/edge-title";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Conflict, ConflictValue } from "@/workflows/graph/merge/conflict";
import type { Merge } from "@/workflows/graph/merge/merge3";
import { own } from "@/workflows/graph/record";
import { fieldLabel } from "../fields/field-label";

/** What a conflict is about, as the person who has to decide knows it. */
export function conflictTitle({ documents }: Merge, conflict: Conflict): string {
  const { part, nodeId = "", edgeId = "", channel, field = "" } = conflict;
  const lookUp = <Value>(of: (document: GraphDocument) => Value | undefined): Value | undefined =>
    of(documents.base) ?? of(documents.mine) ?? of(documents.theirs);
  const node = lookUp(({ nodes }) => own(nodes, nodeId));
  const title = node?.title ?? nodeId;
  switch (part) {
    case "settings":
      return "Limits of a run";
    case "channel":
      return `Channel ${channel}`;
    case "node":
      return title;
    case "field":
      return `${title} › ${fieldLabel({ part: "node", nodeType: node?.type ?? "" }, field)}`;
    case "edge": {
      const edge = lookUp(({ edges }) => own(edges, edgeId));
      return edge ? edgeTitle(edge, { ...documents.theirs.nodes, ...documents.base.nodes }) : "A connection";
    }
    case "pin":
      return `${title} › Pinned output`;
    case "group":
      return "A group on the canvas";
    case "sticky":
      return "A note on the canvas";
  }
}

/** A side of a conflict as text to be read and compared; undefined where the thing is not there on that side. */
export function conflictText(value: ConflictValue | undefined): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  if (typeof value === "object" && value !== null && "text" in value && typeof value.text === "string") {
    return value.text;
  }
  return JSON.stringify(value, null, 2);
}
