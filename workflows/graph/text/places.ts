import type { GraphDocument } from "@/workflows/graph/document";
import type { Node } from "@/workflows/graph/node";
import { factsOf } from "@/workflows/graph/node-facts";
import { allFieldValues } from "@/workflows/graph/schema-walk";
import type { Control } from "@/workflows/nodes/field";
import { definitionIn, type NodeDefinitions } from "@/workflows/nodes/ports";

/** Where a text stands that people wrote. */
export type TextPlace = PlaceInGraph & {
  /** The nodes it stands inside, outermost first, where it is in the graph of a node. */
  at?: readonly string[];
};

type PlaceInGraph =
  | { part: "title" | "note"; nodeId: string }
  /** `field` is the dotted path inside the node's config, as issues name it; `keys` the same key by key. */
  | { part: "config"; nodeId: string; field: string; keys: readonly string[] }
  /** A channel's description. */
  | { part: "channel"; channel: string }
  | { part: "group"; groupId: string }
  | { part: "sticky"; stickyId: string };

/** The same for two places that are the same. */
export function placeKey(place: TextPlace): string {
  return JSON.stringify(Object.entries(place).sort(([one], [other]) => (one < other ? -1 : 1)));
}

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

/** Every text of a document that people wrote, node by node; those inside subgraphs last. */
export function textsOf(document: GraphDocument, definitions: NodeDefinitions): PlacedText[] {
  const { channels, layout } = document;
  return [
    ...Object.entries(document.nodes).flatMap(([id, node]) => ofNode(id, node, definitions)),
    ...Object.entries(channels).map(([channel, { description = "" }]): PlacedText => {
      return { place: { part: "channel", channel }, text: description };
    }),
    ...Object.entries(layout.groups).map(([groupId, { title }]): PlacedText => {
      return { place: { part: "group", groupId }, text: title };
    }),
    ...Object.entries(layout.stickies).map(([stickyId, { text }]): PlacedText => {
      return { place: { part: "sticky", stickyId }, text };
    }),
    ...Object.entries(document.nodes).flatMap(([id, node]) => {
      const graph = factsOf(node, definitions).subgraph?.graph;
      return graph ? textsOf(graph, definitions).map((placed) => inside(id, placed)) : [];
    }),
  ];
}

function inside(nodeId: string, { place, text }: PlacedText): PlacedText {
  return { place: { ...place, at: [nodeId, ...(place.at ?? [])] }, text };
}

type Known = { nodeId: string; texts: readonly PlacedText[] };
const known = new WeakMap<NodeDefinitions, WeakMap<Node, Known>>();

/** Kept per node object: a search looks at all of them with every key that is pressed. */
function ofNode(nodeId: string, node: Node, definitions: NodeDefinitions): readonly PlacedText[] {
  const ofDefinitions = known.get(definitions) ?? new WeakMap<Node, Known>();
  known.set(definitions, ofDefinitions);
  const kept = ofDefinitions.get(node);
  if (kept?.nodeId === nodeId) return kept.texts;
  const texts = gather(nodeId, node, definitions);
  ofDefinitions.set(node, { nodeId, texts });
  return texts;
}

function gather(nodeId: string, node: Node, definitions: NodeDefinitions): PlacedText[] {
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
