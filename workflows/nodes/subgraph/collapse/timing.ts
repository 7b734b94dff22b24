import { type Adjacency, byPort } from "@/workflows/graph/analysis/adjacency";
import { startsOf } from "@/workflows/graph/analysis/inputs";
import { reachableFrom } from "@/workflows/graph/analysis/reachability";
import { topologyOf } from "@/workflows/graph/analysis/topology";
import type { GraphDocument } from "@/workflows/graph/document";
import { factsOf } from "@/workflows/graph/node-facts";
import { own } from "@/workflows/graph/record";
import { ok, type Result } from "@/workflows/graph/result";
import type { NodeDefinitions } from "@/workflows/nodes/ports";
import { type CollapseProblem, refuse, titleOf } from "./problem";

interface Region {
  ids: ReadonlySet<string>;
  /** Where paths come from. */
  sources: readonly string[];
  /** Nodes inside that lead out, and where to. */
  exits: readonly string[];
  targets: readonly string[];
}

/**
 * A subgraph runs as one step of the graph around it: it takes what it reads once, gives what it writes once, and is
 * left once. Says where that is not what the nodes do by themselves.
 */
export function sameAsOneStep(
  document: GraphDocument,
  { ids, sources, exits, targets }: Region,
  definitions: NodeDefinitions,
): Result<true, CollapseProblem> {
  const { adjacency, concurrency } = topologyOf(document, startsOf(document, definitions));
  const wild = multiplying(adjacency).find((id) =>
    [...ids].some((inner) => reachableFrom(adjacency, [id]).has(inner)),
  );
  if (wild !== undefined)
    return refuse(
      `${titleOf(document, wild)} leads to several nodes at once, one of which leads back to it. So nobody knows how often the nodes run at the same time.`,
      [wild],
    );
  const { parallel, joins } = concurrency();
  const late = sources.find((source) => [...ids].some((id) => parallel(source, id)));
  if (late !== undefined)
    return refuse(
      `${titleOf(document, late)} may come in while the nodes are running. A subgraph is entered once.`,
      [late],
    );

  const uses = channelsOf(document, ids, definitions);
  const beside = adjacency.ids.filter((id) => !ids.has(id) && [...ids].some((inner) => parallel(id, inner)));
  for (const id of beside) {
    const other = channelsOf(document, [id], definitions);
    const shared = [...uses.writes].find((name) => other.reads.has(name) || other.writes.has(name));
    const clash = shared ?? [...uses.reads].find((name) => other.writes.has(name));
    if (clash !== undefined)
      return refuse(`${titleOf(document, id)} runs at the same time and uses “${clash}” too.`, [id]);
  }

  const isForked = exits.some((one) => exits.some((two) => one !== two && parallel(one, two)));
  const again = isForked ? targets.find((id) => adjacency.from(id).length > 0 && !joins.has(id)) : undefined;
  if (again !== undefined)
    return refuse(
      `${titleOf(document, again)} runs once for each branch that leaves, after a subgraph only once.`,
      [again],
    );

  const returns = [...reachableFrom(adjacency, targets)].some((id) => ids.has(id));
  const capped = adjacency.links.find(
    ({ source, target, cap }) => cap !== undefined && ids.has(source) && ids.has(target),
  );
  if (returns && capped)
    return refuse(
      `An edge from ${titleOf(document, capped.source)} has a cap, which counts over the whole run; inside a subgraph it counts anew at each visit.`,
      [capped.source],
    );
  return ok(true);
}

/** Nodes where a path parts and one of its branches comes back: each round adds a branch to those that are under way. */
function multiplying(adjacency: Adjacency): string[] {
  return adjacency.ids.filter((id) =>
    byPort(adjacency.from(id)).some(
      ([, links]) =>
        new Set(links.map(({ target }) => target)).size > 1 &&
        links.some(({ target }) => reachableFrom(adjacency, [target]).has(id)),
    ),
  );
}

/** Channels that nodes read and write, inside their own subgraphs as mapped. */
export function channelsOf(
  document: GraphDocument,
  ids: Iterable<string>,
  definitions: NodeDefinitions,
): { reads: Set<string>; writes: Set<string> } {
  const facts = [...ids].flatMap((id) => {
    const node = own(document.nodes, id);
    return node ? [factsOf(node, definitions)] : [];
  });
  return {
    reads: new Set(
      facts.flatMap(({ reads, outputs }) => [...reads.map(({ channel }) => channel), ...outputs]),
    ),
    writes: new Set(
      facts.flatMap(({ writes, inputs }) => [...writes, ...inputs].map(({ channel }) => channel)),
    ),
  };
}
