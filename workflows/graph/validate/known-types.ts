import { nearest } from "@/workflows/expressions/similar";
import { own } from "@/workflows/graph/record";
import type { Rule } from "./subject";

/** Every node's type is one that this build has, in a version it knows. */
export const knownTypes: Rule = ({ nodes, definitions }) =>
  nodes
    .filter(({ definition }) => !definition)
    .map(({ id, node }) => {
      const newer = own(definitions, node.type) !== undefined;
      const near = nearest(node.type, Object.keys(definitions));
      const hint = near === undefined ? "Remove the node or choose another type." : `Did you mean “${near}”?`;
      return {
        code: "unknown_node_type",
        severity: "error",
        path: { nodeId: id },
        message: newer
          ? `“${node.title}” was made with a newer version of Signalbox (type “${node.type}”, version ${node.typeVersion}). Update Signalbox to use it.`
          : `“${node.title}” has the type “${node.type}”, which does not exist here. ${hint}`,
      };
    });
