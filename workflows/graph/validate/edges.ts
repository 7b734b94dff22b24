import type { Edge } from "@/workflows/graph/edge";
import type { Issue } from "@/workflows/graph/issue";
import { own } from "@/workflows/graph/record";
import { leadElsewhereFix, removeEdgeFix } from "./fixes";
import { type Rule, type Subject, titleOf } from "./subject";

/** Edges run between nodes that exist, and none leads back into the start. */
export const edges: Rule = (subject) => {
  const { document, starts } = subject;
  return Object.entries(document.edges)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([id, edge]): Issue[] => {
      const missing = [edge.source, edge.target].find((end) => !own(document.nodes, end));
      const found = { severity: "error" as const, path: { edgeId: id } };
      if (missing !== undefined) {
        const message = `An edge needs the node “${missing}”, which is not there. Remove the edge.`;
        return [{ code: "edge_dangling", ...found, message, fix: removeEdgeFix(id) }];
      }
      if (!starts.includes(edge.target)) return [];
      const message = `An edge leads from ${titleOf(subject, edge.source)} into ${titleOf(subject, edge.target)}. A run begins there only once; lead it to the node after the start.`;
      const fix = leadElsewhereFix(subject, id, afterStart(subject, edge.target));
      return [{ code: "edge_into_start", ...found, message, fix }];
    });
};

/** The node that follows the start, if it is one. */
function afterStart({ drawn, starts }: Subject, start: string): Partial<Edge> | undefined {
  const [only, ...more] = new Set(drawn.from(start).map(({ target }) => target));
  return only !== undefined && more.length === 0 && !starts.includes(only) ? { target: only } : undefined;
}
