import type { NodeDefinitions } from "@/workflows/nodes/ports";
import type { GraphDocument } from "./document";
import { factsOf } from "./node-facts";

/** A version of an agent that a graph calls, whichever is live. */
export interface PinnedCall {
  slug: string;
  version: number;
}

/** The versions that nodes of a graph name, and those of the graphs inside them. */
export function pinnedCalls(
  { nodes }: Pick<GraphDocument, "nodes">,
  definitions: NodeDefinitions,
): PinnedCall[] {
  return Object.values(nodes).flatMap((node) => {
    const { needs, subgraph } = factsOf(node, definitions);
    const own = needs.flatMap((need) =>
      need.kind === "agent" && need.call?.version !== undefined
        ? [{ slug: need.slug, version: need.call.version }]
        : [],
    );
    return subgraph ? [...own, ...pinnedCalls(subgraph.graph, definitions)] : own;
  });
}
