import type { GraphDocument } from "@/workflows/graph/document";
import type { Edge } from "@/workflows/graph/edge";

/** An edge by the titles of its ends, with the port it leaves by where that says something. */
export function edgeTitle({ source, port, target }: Edge, nodes: GraphDocument["nodes"]): string {
  const title = (id: string) => nodes[id]?.title ?? id;
  return `${title(source)}${port === "out" ? "" : ` (${port})`} → ${title(target)}`;
}
