import type { Node } from "@/workflows/graph/node";
import { isGraph } from "@/workflows/graph/subgraph";

/** Whether a node runs a graph of its own, which stands in its settings. */
export function hasGraphInside({ config }: Node): boolean {
  return Object.values(config).some(isGraph);
}
