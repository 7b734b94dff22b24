import type { WriteNode } from "@/workflows/code/write/scope";

/** End is an exit of the graph, not a node of it; as a node it would have nothing to do. */
export const writeEnd: WriteNode<unknown> = () => ["return {};"];
