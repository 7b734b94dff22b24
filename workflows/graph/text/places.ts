import type { GraphDocument } from "@/workflows/graph/document";
import { allFieldValues } from "@/workflows/graph/schema-walk";
import type { Control } from "@/workflows/nodes/field";
import { definitionIn, type NodeDefinitions } from "@/workflows/nodes/ports";

/** Where a text stands that people wrote. */
export type TextPlace =
  | { part: "title" | "note"; nodeId: string }
  /** `field` is the dotted path inside the node's config, as issues name it; `keys` the same key by key. */
  | { part: "config"; nodeId: string; field: string; keys: readonly string[] }
  /** A channel's description. */
  | { part: "channel"; channel: string }
  | { part: "group"; groupId: string }
  | { part: "sticky"; stickyId: string };

export interface PlacedText {
  place: TextPlace;
  text: string;
}

/** Fields whose text is people's own; names of channels, ids and choices have their own ways to be changed. */
const written: readonly (Control | undefined)[] = [
  undefined,
  "text",
  "multiline",
  "template",
  "argument-template",
  "expression",
  "javascript",
];

/** Every text of a document that people wrote, node by node. */
export function textsOf(document: GraphDocument, definitions: NodeDefinitions): PlacedText[] {
  const { channels, layout } = document;
  return [
    ...Object.keys(document.nodes).flatMap((id) => ofNode(document, id, definitions)),
    ...Object.entries(channels).map(([channel, { description = "" }]): PlacedText => {
      return { place: { part: "channel", channel }, text: description };
    }),
    ...Object.entries(layout.groups).map(([groupId, { title }]): PlacedText => {
      return { place: { part: "group", groupId }, text: title };
    }),
    ...Object.entries(layout.stickies).map(([stickyId, { text }]): PlacedText => {
      return { place: { part: "sticky", stickyId }, text };
    }),
  ];
}

function ofNode(document: GraphDocument, nodeId: string, definitions: NodeDefinitions): PlacedText[] {
  const node = document.nodes[nodeId];
  if (!node) return [];
  const definition = definitionIn(definitions, node.type);
  const fields = definition ? allFieldValues(definition.config, node.config) : [];
  const inConfig = fields.flatMap(({ path, keys, value, hints }): PlacedText[] => {
    const isText = typeof value === "string" && hints !== undefined && written.includes(hints.control);
    return isText ? [{ place: { part: "config", nodeId, field: path, keys }, text: value }] : [];
  });
  return [
    { place: { part: "title", nodeId }, text: node.title },
    ...inConfig,
    { place: { part: "note", nodeId }, text: node.note ?? "" },
  ];
}
