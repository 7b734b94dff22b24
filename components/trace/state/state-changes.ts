import type { Json, JsonObject } from "@/workflows/graph/json";

export interface ChannelChange {
  channel: string;
  kind: "added" | "changed" | "removed" | "same";
  before?: Json | undefined;
  after?: Json | undefined;
}

/** Channels of two neighbouring states: changed ones first, then the rest, each by name. */
export function stateChanges(before: JsonObject | undefined, after: JsonObject): ChannelChange[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])].sort();
  const changes = names.map((channel) => change(channel, before?.[channel], after[channel]));
  return [...changes.filter(({ kind }) => kind !== "same"), ...changes.filter(({ kind }) => kind === "same")];
}

function change(channel: string, before: Json | undefined, after: Json | undefined): ChannelChange {
  if (after === undefined) return { channel, kind: "removed", before };
  if (before === undefined) return { channel, kind: "added", after };
  const same = JSON.stringify(before) === JSON.stringify(after);
  return { channel, kind: same ? "same" : "changed", before, after };
}
