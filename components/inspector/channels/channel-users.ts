import type { GraphDocument } from "@/workflows/graph/document";
import { factsOf } from "@/workflows/graph/node-facts";
import { nodeDefinitions } from "@/workflows/nodes/registry";

/** A node that uses a channel, and the setting by which it does. */
export interface ChannelUser {
  nodeId: string;
  title: string;
  type: string;
  field: string;
}

export interface ChannelUsers {
  writers: readonly ChannelUser[];
  readers: readonly ChannelUser[];
}

export const noUsers: ChannelUsers = { writers: [], readers: [] };

/** The nodes that write and read each channel, each node once. */
export function channelUsers(nodes: GraphDocument["nodes"]): ReadonlyMap<string, ChannelUsers> {
  const users = new Map<string, { writers: ChannelUser[]; readers: ChannelUser[] }>();
  const note = (channel: string, way: keyof ChannelUsers, user: ChannelUser) => {
    const known = users.get(channel) ?? { writers: [], readers: [] };
    users.set(channel, known);
    if (known[way].at(-1)?.nodeId !== user.nodeId) known[way].push(user);
  };
  for (const [nodeId, node] of Object.entries(nodes)) {
    const { reads, writes } = factsOf(node, nodeDefinitions);
    const user = { nodeId, title: node.title, type: node.type };
    for (const { channel, field } of writes) note(channel, "writers", { ...user, field });
    for (const { channel, field } of reads) note(channel, "readers", { ...user, field });
  }
  return users;
}
