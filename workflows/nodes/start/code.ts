import type { WriteNode } from "@/workflows/code/write/scope";

/** Start is an entry of the graph, not a node of it; as a node it would have nothing to do. */
export const writeStart: WriteNode<unknown> = () => ["return {};"];
