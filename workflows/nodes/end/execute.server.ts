import type { NodeExecute } from "../execute";

/** End is an exit of the compiled graph, not a node of it; as a node it would have nothing to do. */
export const executeEnd: NodeExecute<unknown> = () => async () => ({});
