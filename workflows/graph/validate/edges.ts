import type { Issue } from "@/workflows/graph/issue";
import { own } from "@/workflows/graph/record";
import { removeEdgeFix } from "./fixes";
import { type Rule, titleOf } from "./subject";

/** Edges run between nodes that exist, and none leads back into the start. */
export const edges: Rule = (subject) => {
  const { document, starts } = subject;
  return Object.entries(document.edges)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([id, edge]): Issue[] => {
      const missing = [edge.source, edge.target].find((end) => !own(document.nodes, end));
      const found = { severity: "error" as const, path: { edgeId: id }, fix: removeEdgeFix(id) };
      if (missing !== undefined) {
        const message = `An edge needs the node “${missing}”, which is not there. Remove the edge.`;
        return [{ code: "edge_dangling", ...found, message }];
      }
      if (!starts.includes(edge.target)) return [];
      const message = `An edge leads from ${titleOf(subject, edge.source)} into ${titleOf(subject, edge.target)}. A run begins there only once; lead it to the node after the start.`;
      return [{ code: "edge_into_start", ...found, message }];
    });
};
