import { itemsMetadataKey, spanMetadataKeys } from "@/workflows/compile/run-binding";

/** Where in the graph a call happens. */
export interface Place {
  node: string;
  visit: number;
  /** Entries of lists that it belongs to. */
  ns: string[];
  /** Span of the node's visit: the parent of what it calls. */
  spanId: string;
}

/** The visit on whose behalf a call is made; calls of an agent's inner graph inherit the agent's. */
export function placeOf(metadata: Record<string, unknown> | undefined): Place | undefined {
  const node = metadata?.[spanMetadataKeys.node];
  const visit = metadata?.[spanMetadataKeys.visit];
  const spanId = metadata?.[spanMetadataKeys.span];
  const ns = metadata?.[itemsMetadataKey];
  const known = typeof node === "string" && typeof visit === "number" && typeof spanId === "string";
  return known ? { node, visit, spanId, ns: Array.isArray(ns) ? ns.map(String) : [] } : undefined;
}
