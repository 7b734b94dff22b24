import type { NodeExecute } from "../execute";

/** Start is an entry of the compiled graph, not a node of it; as a node it would have nothing to do. */
export const executeStart: NodeExecute<unknown> = () => async () => ({});
