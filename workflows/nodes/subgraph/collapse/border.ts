import { adjacencyOf, type Link } from "@/workflows/graph/analysis/adjacency";
import type { GraphDocument } from "@/workflows/graph/document";
import { ok, type Result } from "@/workflows/graph/result";
import { limitPort, type NodeDefinitions, portsOf } from "@/workflows/nodes/ports";
import { type CollapseProblem, refuse, titleOf } from "./problem";

/** An edge that stands for all of its kind. Ids are kept: where paths part, their order tells which is followed first. */
type Way = Link;

/** How paths come into a selection of nodes and leave it. */
export interface Border {
  /** Nodes that every path coming in begins with. */
  entries: Way[];
  /** Where they come from. */
  into: Way[];
  /** Ports of nodes inside that lead out, always to all of `targets`. */
  exits: Way[];
  targets: Way[];
  /** Edges between nodes inside, and all that touch them. */
  inside: Link[];
}

/** The border of a selection, or why it cannot be that of one node with one way on. */
export function borderOf(
  document: GraphDocument,
  ids: ReadonlySet<string>,
  definitions: NodeDefinitions,
): Result<Border, CollapseProblem> {
  const { links } = adjacencyOf(document);
  const into = links.filter(({ source, target }) => !ids.has(source) && ids.has(target));
  const out = links.filter(({ source, target }) => ids.has(source) && !ids.has(target));
  const inside = links.filter(({ source, target }) => ids.has(source) && ids.has(target));
  if (into.length === 0) return refuse("Nothing leads to the selection. Connect it first.", ids);
  if (out.length === 0) return refuse("Nothing leads on from the selection. Connect it first.", ids);

  const entries = targetsOf(into);
  for (const group of groupsOf(into)) {
    if (!sameSet(targetsOf(group), entries)) {
      const names = entries.map((id) => titleOf(document, id)).join(" and ");
      return refuse(
        `Paths come into the selection in several places: ${names}. A subgraph has one way in.`,
        entries,
      );
    }
    if (new Set(group.map(({ cap }) => cap)).size > 1)
      return refuse("Edges that come in together have different caps. Give them the same.", entries);
  }
  const targets = targetsOf(out);
  for (const group of groupsOf(out)) {
    const [first] = group;
    const source = first?.source ?? "";
    if (!sameSet(targetsOf(group), targets)) {
      const names = targets.map((id) => titleOf(document, id)).join(" and ");
      return refuse(
        `Paths leave the selection for different places: ${names}. A subgraph has one way on.`,
        targets,
      );
    }
    if (group.some(({ cap }) => cap !== undefined))
      return refuse(
        `An edge that leaves ${titleOf(document, source)} has a cap, which would count anew inside.`,
        [source],
      );
    if (inside.some((link) => link.source === source && link.port === first?.port))
      return refuse(`A port of ${titleOf(document, source)} leads both on inside and out of the selection.`, [
        source,
      ]);
  }
  const loose = looseEnd(document, ids, definitions);
  if (loose)
    return refuse(
      `A path ends at ${titleOf(document, loose)} without leaving the selection. Connect its ports.`,
      [loose],
    );
  const [firstIn = []] = groupsOf(into);
  const [firstOut = []] = groupsOf(out);
  return ok({ entries: firstIn, into: firstsOf(into), exits: firstsOf(out), targets: firstOut, inside });
}

/** A node inside, one of whose ports leads nowhere: a path ends there, and what follows the subgraph would go on. */
export function looseEnd(
  document: GraphDocument,
  ids: Iterable<string>,
  definitions: NodeDefinitions,
): string | undefined {
  const adjacency = adjacencyOf(document);
  return [...ids].find((id) =>
    portsOf(document, id, definitions).some(
      ({ name }) => name !== limitPort.name && !adjacency.from(id).some((link) => link.port === name),
    ),
  );
}

function groupsOf(links: readonly Link[]): Link[][] {
  return [...Map.groupBy(links, ({ source, port }) => JSON.stringify([source, port])).values()];
}

function firstsOf(links: readonly Link[]): Link[] {
  return groupsOf(links).flatMap((group) => group.slice(0, 1));
}

function targetsOf(links: readonly Link[]): string[] {
  return [...new Set(links.map(({ target }) => target))].sort();
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
