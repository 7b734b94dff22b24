import { nodeIcon } from "@/components/canvas/nodes/node-icons";
import type { GraphDocument } from "@/workflows/graph/document";
import { graphAt } from "@/workflows/graph/operations/inside-node";
import { own } from "@/workflows/graph/record";
import { labelAt } from "@/workflows/graph/schema-walk";
import type { TextPlace } from "@/workflows/graph/text/places";
import { definitionOf } from "@/workflows/nodes/registry";

export interface PlaceWords {
  /** The thing it belongs to: a node's title, a channel's name. */
  owner: string;
  /** The setting, as the form calls it. */
  field: string;
}

/** A place in words; inside a subgraph after the titles of the nodes around it. */
export function placeWords(document: GraphDocument, { at = [], ...place }: TextPlace): PlaceWords {
  const [first, ...rest] = at;
  const graph = first === undefined ? undefined : graphAt(document, [first]);
  if (first === undefined || !graph) return wordsHere(document, place);
  const { owner, field } = placeWords(graph, { ...place, ...(rest.length > 0 && { at: rest }) });
  return { owner: `${titleOf(document, first)} › ${owner}`, field };
}

function wordsHere(document: GraphDocument, place: TextPlace): PlaceWords {
  switch (place.part) {
    case "title":
      return { owner: titleOf(document, place.nodeId), field: "Title" };
    case "note":
      return { owner: titleOf(document, place.nodeId), field: "Note" };
    case "config":
      return {
        owner: titleOf(document, place.nodeId),
        field: fieldWords(document, place.nodeId, place.keys),
      };
    case "channel":
      return { owner: place.channel, field: "Channel" };
    case "group":
      return { owner: own(document.layout.groups, place.groupId)?.title || "Group", field: "Group" };
    case "sticky":
      return { owner: "Sticky note", field: "Text" };
  }
}

/** The node at a place, if it is one of a node; of one inside a subgraph, the outermost. */
export function nodeOf(place: TextPlace): string | undefined {
  if (place.at) return place.at[0];
  return "nodeId" in place ? place.nodeId : undefined;
}

export function iconOf(document: GraphDocument, nodeId: string | undefined) {
  const definition = definitionOf(own(document.nodes, nodeId ?? "")?.type ?? "");
  return { icon: nodeIcon(definition?.icon), tint: definition?.category ?? "flow" };
}

function titleOf({ nodes }: GraphDocument, nodeId: string): string {
  return own(nodes, nodeId)?.title ?? nodeId;
}

/** “Conditions 2 › When” for a setting inside a list. */
function fieldWords({ nodes }: GraphDocument, nodeId: string, keys: readonly string[]): string {
  const definition = definitionOf(own(nodes, nodeId)?.type ?? "");
  const label = definition && labelAt(definition.config, keys);
  const [outer = "", index = ""] = keys;
  const around = definition && keys.length > 1 ? labelAt(definition.config, [outer]) : undefined;
  const number = /^\d+$/.test(index) ? ` ${Number(index) + 1}` : "";
  return around ? `${around}${number}${label && label !== around ? ` › ${label}` : ""}` : (label ?? outer);
}
