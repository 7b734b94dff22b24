import type { Adjacency, Link } from "./adjacency";
import { isExceptional } from "./numbered";
import { reachableFrom } from "./reachability";
import type { Topology } from "./topology";

/** What each node writes; "unknown" while its settings are incomplete, which then may be anything. */
export type Writes = ReadonlyMap<string, ReadonlySet<string> | "unknown">;

/** Which channels can have a value when a node begins. */
export interface WrittenBefore {
  /** No node that runs get to writes it. */
  never(channel: string): boolean;
  /** Some node that can run before this one, or beside it, writes it. */
  possibly(nodeId: string, channel: string): boolean;
  /** A path from the start to this node on which nothing writes it, as ids; undefined where there is none. */
  gap(nodeId: string, channel: string): string[] | undefined;
}

export function writtenBefore(topology: Topology, writes: Writes): WrittenBefore {
  const { adjacency, reachable } = topology;
  const writers = memo((channel) => [...reachable].filter((id) => mayWrite(writes, id, channel)));
  const downstream = memo((channel) => behind(adjacency, writers(channel)));
  const unwritten = memo((channel) => unwrittenPaths(topology, writes, channel));
  return {
    never: (channel) => writers(channel).length === 0,
    possibly: (nodeId, channel) =>
      downstream(channel).has(nodeId) ||
      writers(channel).some((writer) => topology.concurrency().parallel(writer, nodeId)),
    gap: (nodeId, channel) => pathTo(nodeId, unwritten(channel)),
  };
}

/** Each channel is asked about by many nodes. */
function memo<Value>(compute: (channel: string) => Value): (channel: string) => Value {
  const values = new Map<string, Value>();
  return (channel) => {
    const known = values.get(channel);
    const value = known === undefined ? compute(channel) : known;
    values.set(channel, value);
    return value;
  };
}

function mayWrite(writes: Writes, id: string, channel: string): boolean {
  const written = writes.get(id);
  return written === "unknown" || written?.has(channel) === true;
}

/** Every node that lies behind one of these; a node behind itself only by a loop. */
function behind(adjacency: Adjacency, ids: readonly string[]): Set<string> {
  return reachableFrom(
    adjacency,
    ids.flatMap((id) => adjacency.from(id).map((link) => link.target)),
  );
}

/**
 * Nodes that can begin before anything wrote the channel, each with the node it was reached from. An edge carries
 * the lack on unless its source writes; a source that failed wrote nothing. At a join the branches come together,
 * so one that writes is enough: the lack passes only when it comes along every branch that is waited for.
 */
function unwrittenPaths(
  { adjacency, starts, companions }: Topology,
  writes: Writes,
  channel: string,
): ReadonlyMap<string, string | undefined> {
  const from = new Map<string, string | undefined>(starts.map((id) => [id, undefined]));
  const lacking = (link: Link) =>
    from.has(link.source) && (isExceptional(link.port) || !mayWrite(writes, link.source, channel));
  // A Map grows while it is walked, so this is the whole search.
  for (const id of from.keys()) {
    for (const link of adjacency.from(id)) {
      if (from.has(link.target) || !lacking(link)) continue;
      if (companions().get(link.id)?.every(lacking) ?? true) from.set(link.target, link.source);
    }
  }
  return from;
}

function pathTo(nodeId: string, from: ReadonlyMap<string, string | undefined>): string[] | undefined {
  if (!from.has(nodeId)) return undefined;
  const path: string[] = [];
  for (let id: string | undefined = nodeId; id !== undefined; id = from.get(id)) path.unshift(id);
  return path;
}
