import { splitAddress } from "@/workflows/graph/node-address";
import type { NodeHistory } from "./history";

/** The history of the nodes that stand in a subgraph itself, by their ids there. */
export function historyInside(history: readonly NodeHistory[], address: string): NodeHistory[] {
  return history.flatMap((each) => {
    const { within, id } = splitAddress(each.nodeId);
    return within === address ? [{ ...each, nodeId: id }] : [];
  });
}
