import { matches } from "@/components/ui/matches";
import { type Sort, sorted } from "@/components/ui/sort";
import type { Channel } from "@/workflows/graph/channel";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Issue } from "@/workflows/graph/issue";
import { type ChannelProblems, channelProblems } from "./channel-problems";
import { type ChannelUsers, channelUsers, noUsers } from "./channel-users";
import { reducerWords, typeWords } from "./channel-words";

/** A channel with all that a list shows of it. */
export interface ChannelEntry extends ChannelUsers {
  name: string;
  channel: Channel;
  problems: ChannelProblems;
}

export type ChannelColumn = "name" | "type" | "reducer" | "default" | "writers" | "readers";

export const byName: Sort<ChannelColumn> = { by: "name", direction: "asc" };

/** The orders worth offering where there are no column heads. */
export const channelOrders: { sort: Sort<ChannelColumn>; label: string }[] = [
  { sort: byName, label: "Name" },
  { sort: { by: "type", direction: "asc" }, label: "Type" },
  { sort: { by: "readers", direction: "desc" }, label: "Most read" },
  { sort: { by: "writers", direction: "desc" }, label: "Most written" },
];

const columns: Record<ChannelColumn, (entry: ChannelEntry) => string | number | null> = {
  name: ({ name }) => name,
  type: ({ channel }) => typeWords[channel.type],
  reducer: ({ channel }) => reducerWords[channel.reducer].label,
  default: ({ channel }) => (channel.default === undefined ? null : JSON.stringify(channel.default)),
  writers: ({ writers }) => writers.length,
  readers: ({ readers }) => readers.length,
};

const sound: ChannelProblems = { severity: null, fields: {} };

/** Every channel of a document, with who uses it and what is wrong with it. */
export function channelEntries(
  { channels, nodes }: Pick<GraphDocument, "channels" | "nodes">,
  issues: readonly Issue[],
): ChannelEntry[] {
  const users = channelUsers(nodes);
  const problems = channelProblems(issues);
  return Object.entries(channels).map(([name, channel]) => ({
    name,
    channel,
    ...(users.get(name) ?? noUsers),
    problems: problems.get(name) ?? sound,
  }));
}

/** Those that a search means, in order. Nodes that use a channel find it too. */
export function shownEntries(
  entries: readonly ChannelEntry[],
  search: string,
  sort: Sort<ChannelColumn>,
): ChannelEntry[] {
  const found = entries.filter(({ name, channel, writers, readers }) =>
    matches(
      search,
      name,
      channel.description,
      typeWords[channel.type],
      channel.type,
      reducerWords[channel.reducer].label,
      ...[...writers, ...readers].map(({ title }) => title),
    ),
  );
  return sorted(sorted(found, byName, columns), sort, columns);
}
