import { nodeRegistry } from "@/components/node-types/node-registry";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import type { Node } from "@/workflows/graph/node";
import { own } from "@/workflows/graph/record";
import { type Card, cardOf } from "@/workflows/nodes/card";
import { outPort } from "@/workflows/nodes/ports";
import { faceOf } from "@/workflows/nodes/registry.faces";

// A card says what its node's settings say: moved, renamed or turned off, it stays the same card.
const known = new WeakMap<JsonObject, Card>();
const plain = new Map<string, Card>();

/** Takes over what the server read off the nodes of a draft, which can be drawn with it before the definitions are here. */
export function seedCards({ nodes }: GraphDocument, cards: Readonly<Record<string, Card>>): void {
  for (const [id, node] of Object.entries(nodes)) {
    const card = own(cards, id);
    if (card && !known.has(node.config)) known.set(node.config, card);
  }
}

/** What a node's card says; made once for each settings. */
export function cardOfNode(node: Node): Card {
  const before = known.get(node.config);
  if (before) return before;
  const registry = nodeRegistry.current();
  if (!registry) return plainCard(node.type);
  const made = cardOf(node, registry.nodeDefinitions);
  known.set(node.config, made);
  return made;
}

/** Whether some node has been drawn of which only the type was known: once the definitions are here it is drawn anew. */
export const someArePlain = () => plain.size > 0;

function plainCard(type: string): Card {
  const face = faceOf(type);
  const card = plain.get(type) ?? {
    ports: face?.role === "end" ? [] : [outPort],
    line: face?.title ?? "",
    writes: [],
  };
  plain.set(type, card);
  return card;
}
