import { isReservedName } from "@/workflows/expressions/roots";
import { type Channel, channelNameSchema } from "@/workflows/graph/channel";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Issue } from "@/workflows/graph/issue";
import { own } from "@/workflows/graph/record";
import type { NodeDefinition } from "@/workflows/nodes/definition";

type Fix = NonNullable<Issue["fix"]>;

export function removeEdgeFix(id: string): Fix {
  return { label: "Remove the edge", operation: { op: "edge.remove", id } };
}

/** None for a name that no channel can have. */
export function addChannelFix(name: string, channel: Channel): Fix | undefined {
  if (!channelNameSchema.safeParse(name).success || isReservedName(name)) return undefined;
  return { label: `Create the channel “${name}”`, operation: { op: "channel.add", name, channel } };
}

export function changeChannelFix(label: string, name: string, channel: Channel): Fix {
  return { label, operation: { op: "channel.update", name, channel } };
}

/** Validation is pure, so new ids count up instead of being drawn by chance. */
export function freeId(taken: Readonly<Record<string, unknown>>, base: string): string {
  if (!Object.hasOwn(taken, base)) return base;
  let number = 2;
  while (Object.hasOwn(taken, `${base}_${number}`)) number += 1;
  return `${base}_${number}`;
}

export function connectFix(document: GraphDocument, source: string, port: string, target: string): Fix {
  const title = own(document.nodes, target)?.title ?? target;
  return {
    label: `Connect to “${title}”`,
    operation: { op: "edge.add", id: freeId(document.edges, "edge"), edge: { source, port, target } },
  };
}

/** Places the new node left or right of everything that is there. */
export function addNodeFix(document: GraphDocument, definition: NodeDefinition, side: "left" | "right"): Fix {
  const places = Object.values(document.layout.nodes);
  const xs = places.map(({ x }) => x);
  const edge = side === "left" ? Math.min(...xs) - 320 : Math.max(...xs) + 320;
  const { type, typeVersion, title, initial } = definition;
  return {
    label: `Add ${title}`,
    operation: {
      op: "node.add",
      id: freeId(document.nodes, type),
      node: { type, typeVersion, title, config: initial, policy: { onError: "fail" } },
      position: places.length === 0 ? { x: 0, y: 0 } : { x: edge, y: Math.min(...places.map(({ y }) => y)) },
    },
  };
}
