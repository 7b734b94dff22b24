import type { GraphDocument } from "@/workflows/graph/document";
import { factsOf } from "@/workflows/graph/node-facts";
import { nodeDefinitions } from "@/workflows/nodes/registry";

/** Titles of the nodes that read or write each channel. */
export function channelUsers(document: GraphDocument): ReadonlyMap<string, string[]> {
  const users = new Map<string, string[]>();
  for (const node of Object.values(document.nodes)) {
    const { reads, writes } = factsOf(node, nodeDefinitions);
    for (const channel of new Set([...reads, ...writes].map((use) => use.channel))) {
      users.set(channel, [...(users.get(channel) ?? []), node.title]);
    }
  }
  return users;
}
