import type { RunView, Span } from "@/workflows/events/run-view";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JoinBranch } from "@/workflows/graph/join-branches";
import type { Json } from "@/workflows/graph/json";
import { factsOf } from "@/workflows/graph/node-facts";
import { own } from "@/workflows/graph/record";
import type { NodeDefinitions } from "@/workflows/nodes/ports";

/** A channel that reaches a join written, and by whom. */
export interface JoinChannel {
  name: string;
  /** Ids of the nodes that write it, for each branch that does. */
  writers: string[][];
}

/** The channels that branches write before they meet, by name. */
export function joinChannels(
  { nodes }: Pick<GraphDocument, "nodes">,
  branches: readonly JoinBranch[],
  definitions: NodeDefinitions,
): JoinChannel[] {
  const channelsOf = (id: string) => {
    const node = own(nodes, id);
    return node ? factsOf(node, definitions).writes.map(({ channel }) => channel) : [];
  };
  const names = new Set(branches.flatMap((branch) => branch.nodes.flatMap(channelsOf)));
  return [...names].sort().map((name) => ({
    name,
    writers: branches
      .map((branch) => branch.nodes.filter((id) => channelsOf(id).includes(name)))
      .filter((ids) => ids.length > 0),
  }));
}

/** The time in which a run's branches led to the last visit of a join: milliseconds since the epoch. */
export interface JoinTime {
  since: number;
  until: number;
}

/** After the visit before, if there was one, and up to the last; without an end while the join has not begun. */
export function joinTime({ spans }: Pick<RunView, "spans">, joinId: string): JoinTime {
  const visits = spans.filter(({ kind, nodeId }) => kind === "node" && nodeId === joinId);
  return {
    since: visits.at(-2)?.startedAt ?? 0,
    until: visits.at(-1)?.startedAt ?? Number.POSITIVE_INFINITY,
  };
}

/** What a node wrote to a channel in that time, one value for each visit that wrote. */
export function valuesWritten(
  spans: readonly Span[],
  nodeId: string,
  channel: string,
  { since, until }: JoinTime,
): Json[] {
  return spans.flatMap(({ kind, nodeId: of, endedAt = -1, output }) => {
    if (kind !== "node" || of !== nodeId || endedAt < since || endedAt > until) return [];
    if (typeof output !== "object" || output === null || Array.isArray(output)) return [];
    const value = own(output, channel);
    return value === undefined ? [] : [value];
  });
}

/**
 * The checkpoint whose state the last visit of a join began with; none while it has not begun. The newest that leads
 * to it, whatever its time: a checkpoint is reported when it is stored, which may be after the visit has begun.
 */
export function stateBefore({ checkpoints, spans }: Pick<RunView, "checkpoints" | "spans">, joinId: string) {
  if (!spans.some(({ kind, nodeId }) => kind === "node" && nodeId === joinId)) return undefined;
  return checkpoints.findLast(({ next }) => next.includes(joinId));
}
