import type { NodeDefinitions } from "@/workflows/nodes/ports";
import { startsOf } from "./analysis/inputs";
import { reachableFrom, reaching } from "./analysis/reachability";
import { topologyOf } from "./analysis/topology";
import { bypass } from "./bypass";
import type { GraphDocument } from "./document";

/** The nodes of a graph as one of them sees them; in a loop a node comes both before and after. */
export interface Around {
  /** Can run before it, on a way that leads to it. */
  before: Set<string>;
  /** Can run while it runs, on a parallel branch. */
  same: Set<string>;
  /** Can run after it, on a way that leads on from it. */
  after: Set<string>;
}

/** What can run before, beside and after a node. Disabled nodes never run, and neither does what no run gets to. */
export function around(document: GraphDocument, nodeId: string, definitions: NodeDefinitions): Around {
  const running = bypass(document, definitions).document;
  const { adjacency, reachable, concurrency } = topologyOf(running, startsOf(running, definitions));
  const runs = new Set(adjacency.ids.filter((id) => reachable.has(id)));
  if (!runs.has(nodeId)) return { before: new Set(), same: new Set(), after: new Set() };
  const { parallel } = concurrency();
  const into = adjacency.into(nodeId).map((link) => link.source);
  const from = adjacency.from(nodeId).map((link) => link.target);
  return {
    before: new Set([...reaching(adjacency, into)].filter((id) => runs.has(id))),
    same: new Set([...runs].filter((id) => id !== nodeId && parallel(nodeId, id))),
    after: reachableFrom(adjacency, from),
  };
}
