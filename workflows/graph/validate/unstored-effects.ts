import { bypass } from "@/workflows/graph/bypass";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Issue, IssuePath } from "@/workflows/graph/issue";
import { factsOf } from "@/workflows/graph/node-facts";
import type { NodeDefinitions } from "@/workflows/nodes/ports";
import { quoted, type Rule } from "./subject";

/**
 * Where only pauses and the end are stored, a lost worker takes with it what was done since: nodes that must not act
 * twice are then asked about although they were through. Graphs inside nodes are stored with the graph around them.
 */
export const unstoredEffects: Rule = ({ document, definitions, reachable }) => {
  const { durability, ...settings } = document.settings;
  if (durability !== "exit") return [];
  return effectsIn(document, definitions)
    .filter(({ path }) => path.nodeId !== undefined && reachable.has(path.nodeId))
    .map(
      ({ path, title }): Issue => ({
        code: "effect_not_stored",
        severity: "warning",
        path,
        message: `${quoted([title])} changes something outside, and this graph stores its state only at pauses and the end. If the server stops before that, a person is asked whether to run it again, even if it was done. Store every step instead.`,
        fix: { label: "Store every step", operation: { op: "settings.update", settings } },
      }),
    );
};

/** The nodes that must not run twice, also inside other nodes. */
function effectsIn(
  document: GraphDocument,
  definitions: NodeDefinitions,
): { path: IssuePath; title: string }[] {
  const { nodes } = bypass(document, definitions).document;
  return Object.keys(nodes)
    .toSorted()
    .flatMap((nodeId) => {
      const node = nodes[nodeId];
      if (!node) return [];
      const { idempotent, subgraph } = factsOf(node, definitions);
      const inner = subgraph ? effectsIn(subgraph.graph, definitions) : [];
      return [
        ...(idempotent ? [] : [{ path: { nodeId }, title: node.title }]),
        ...inner.map(({ path, title }) => ({ path: { nodeId, inside: path }, title })),
      ];
    });
}
