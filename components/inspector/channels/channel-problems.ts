import type { Issue, IssueCode } from "@/workflows/graph/issue";
import { isError } from "@/workflows/graph/issue";

/** The settings of a channel below which its problems are said. */
export type ChannelField = "name" | "type" | "reducer" | "default";

export interface ChannelProblem {
  message: string;
  /** How many more of the same setting there are. */
  more: number;
  fix: Issue["fix"];
}

export interface ChannelProblems {
  severity: Issue["severity"] | null;
  fields: Readonly<Partial<Record<ChannelField, ChannelProblem>>>;
}

/** The setting that a problem is solved by, where the issue itself names none of the channel's. */
const places: Partial<Record<IssueCode, ChannelField>> = {
  channel_type_mismatch: "type",
  channel_reducer_mismatch: "reducer",
  concurrent_writers: "reducer",
  read_before_write: "default",
};

/** What is wrong with each channel, setting by setting; errors before warnings. */
export function channelProblems(issues: readonly Issue[]): ReadonlyMap<string, ChannelProblems> {
  const about = issues.filter(({ path }) => path.channel !== undefined);
  return new Map(
    [...Map.groupBy(about, ({ path }) => path.channel ?? "")].map(([name, own]) => [name, of(own)]),
  );
}

function of(issues: Issue[]): ChannelProblems {
  const gravest = issues.toSorted((one, other) => Number(isError(other)) - Number(isError(one)));
  const fields = [...Map.groupBy(gravest, fieldOf)].flatMap(([field, [first, ...rest]]) =>
    first ? [[field, { message: first.message, more: rest.length, fix: first.fix }] as const] : [],
  );
  return { severity: gravest[0]?.severity ?? null, fields: Object.fromEntries(fields) };
}

function fieldOf({ code, path }: Issue): ChannelField {
  if (path.nodeId === undefined && path.field === "default") return "default";
  return places[code] ?? "name";
}

/** The line below the setting. */
export function problemText({ message, more }: ChannelProblem): string {
  return more > 0 ? `${message} And ${more} more like this.` : message;
}
