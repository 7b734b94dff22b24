import { bypass } from "@/workflows/graph/bypass";
import type { ChannelType } from "@/workflows/graph/channel";
import type { GraphDocument } from "@/workflows/graph/document";
import { factsOf } from "@/workflows/graph/node-facts";
import { own } from "@/workflows/graph/record";
import { errorPort, type NodeDefinitions } from "@/workflows/nodes/ports";
import { adjacencyOf } from "./adjacency";
import { reaching } from "./reachability";

/** A channel as a node finds it when it begins. */
export interface ChannelAt {
  name: string;
  type: ChannelType;
  /** Titles of the nodes that can have written it by then, Start among them. */
  writers: readonly string[];
  hasDefault: boolean;
  /** Whether it can hold a value there. A thread keeps its channels, so an empty one may still be full the next time. */
  filled: boolean;
}

export interface NamesAt {
  /** Those that can hold a value come first, those written nearest before the very first; then by name. */
  channels: readonly ChannelAt[];
  /** Whether a node can have left by its error port before. */
  failure: boolean;
}

/** What expressions of a node can read: worked out when somebody asks, in time linear in the graph. */
export function namesAt(document: GraphDocument, definitions: NodeDefinitions, nodeId: string): NamesAt {
  const running = bypass(document, definitions).document;
  const drawn = Object.hasOwn(running.nodes, nodeId) ? running : document;
  const adjacency = adjacencyOf(drawn);
  const into = adjacency.into(nodeId);
  const before = reaching(
    adjacency,
    into.map((link) => link.source),
  );
  const writers = writersOf(drawn, definitions, before);
  const rank = new Map([...writers.keys()].map((name, index) => [name, index]));
  const channels = Object.entries(document.channels).map(([name, channel]): ChannelAt => {
    const titles = writers.get(name) ?? [];
    const hasDefault = channel.default !== undefined;
    // A conversation begins as an empty list, so it can always be read.
    const filled = hasDefault || titles.length > 0 || channel.type === "messages";
    return { name, type: channel.type, writers: titles, hasDefault, filled };
  });
  const far = rank.size;
  const sorted = channels.sort(
    (one, other) =>
      Number(other.filled) - Number(one.filled) ||
      (rank.get(one.name) ?? far) - (rank.get(other.name) ?? far) ||
      (one.name < other.name ? -1 : 1),
  );
  return {
    channels: sorted,
    failure: [...before].some((id) => adjacency.from(id).some((link) => link.port === errorPort.name)),
  };
}

/** Titles by channel, channels written near the end of the way first: ids come nearest first. */
function writersOf(
  { nodes }: GraphDocument,
  definitions: NodeDefinitions,
  ids: Iterable<string>,
): Map<string, string[]> {
  const writers = new Map<string, string[]>();
  for (const id of ids) {
    const node = own(nodes, id);
    if (!node) continue;
    for (const channel of new Set(factsOf(node, definitions).writes.map((write) => write.channel))) {
      writers.set(channel, [...(writers.get(channel) ?? []), node.title]);
    }
  }
  return writers;
}
