import { type Adjacency, byPort, type Link } from "@/workflows/graph/analysis/adjacency";
import { backEdges } from "@/workflows/graph/analysis/back-edges";
import { cycles as cyclesIn } from "@/workflows/graph/analysis/components";
import type { Issue } from "@/workflows/graph/issue";
import { own } from "@/workflows/graph/record";
import { type Rule, type Subject, type SubjectNode, titlesOf } from "./subject";

const suggestedCap = 10;

/** Every loop can end: some choice of ports leads out of it, or an edge in it has a cap. */
export const cyclesEnd: Rule = (subject) => {
  const ending = nodesThatCanEnd(subject);
  const stuck = subject.adjacency.ids.filter((id) => !ending.has(id));
  if (stuck.length === 0) return [];
  const back = backEdges(subject.adjacency, subject.starts);
  return cyclesIn(within(subject.adjacency, new Set(stuck))).map((loop) => issueOf(subject, loop, back));
};

/**
 * A node can end where it has an open port or none at all, or where some port of it leads only to nodes that can;
 * a capped edge ends by itself. Grown backwards from the ends. What is not known counts as able to end.
 */
function nodesThatCanEnd({ adjacency, nodes, ends }: Subject): Set<string> {
  const ways = new Map(nodes.map(({ id }) => [id, byPort(adjacency.from(id)).map(([, links]) => links)]));
  const ending = new Set(ends);
  const leadsOut = (links: Link[]) =>
    links.every((link) => link.cap !== undefined || ending.has(link.target));
  const canEnd = ({ id, complete, ports }: SubjectNode) => {
    const connected = ways.get(id) ?? [];
    const names = new Set(connected.map(([link]) => link?.port));
    if (!complete || connected.length === 0 || ports.some((port) => !names.has(port.name))) return true;
    return connected.some(leadsOut);
  };
  for (const node of nodes) if (canEnd(node)) ending.add(node.id);
  // A Set grows while it is walked: each newly ending node gives those before it another chance.
  for (const id of ending) {
    for (const { source } of adjacency.into(id)) {
      if (ways.get(source)?.some(leadsOut)) ending.add(source);
    }
  }
  return ending;
}

function issueOf(subject: Subject, loop: string[], back: ReadonlySet<string>): Issue {
  const inside = new Set(loop);
  const links = subject.adjacency.links.filter((link) => inside.has(link.source) && inside.has(link.target));
  const closing = links.find((link) => back.has(link.id)) ?? links[0];
  const edgeId = closing && subject.drawnEdge(closing.id);
  const edge = edgeId === undefined ? undefined : own(subject.document.edges, edgeId);
  const asksPerson = loop.some((id) => subject.node(id)?.interrupts);
  return {
    code: "cycle_without_exit",
    // People can stop what asks them each time round; nothing else would.
    severity: asksPerson ? "warning" : "error",
    path: closing && edgeId ? { edgeId, nodeId: closing.source } : { nodeId: loop[0] },
    message: `${titlesOf(subject, loop)} ${loop.length === 1 ? "goes" : "go"} round forever: no path leads out. Add a way out, or a cap to the edge that leads back.`,
    ...(edgeId !== undefined && edge
      ? {
          fix: {
            label: `Stop after ${suggestedCap} rounds`,
            operation: { op: "edge.update", id: edgeId, edge: { ...edge, cap: suggestedCap } },
          },
        }
      : {}),
  };
}

function within(adjacency: Adjacency, ids: ReadonlySet<string>): Adjacency {
  const inside = (link: { source: string; target: string; cap?: number | undefined }) =>
    ids.has(link.source) && ids.has(link.target) && link.cap === undefined;
  return {
    ids: adjacency.ids.filter((id) => ids.has(id)),
    links: adjacency.links.filter(inside),
    from: (id) => adjacency.from(id).filter(inside),
    into: (id) => adjacency.into(id).filter(inside),
  };
}
