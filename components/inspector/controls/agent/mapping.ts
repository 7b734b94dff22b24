import type { Channels, ChannelType } from "@/workflows/graph/channel";
import type { Json } from "@/workflows/graph/json";
import type { AgentSignature } from "@/workflows/graph/known-agent";
import { accepts } from "@/workflows/graph/validate/fitting";
import { asList, asRecord, asText } from "../control-props";

/** Into the called agent, or back out of it. */
export type Direction = "in" | "out";

/** One channel of the called agent, as far as a mapping shows it. */
export interface There {
  channel: string;
  type: ChannelType;
  required: boolean;
  description?: string | undefined;
  /** Whether a channel here can stand at the other end. */
  fits: (here: Channels[string]) => boolean;
}

/** A line of the mapping: what the agent has, what is mapped to it, or both. */
export interface MappingRow {
  name: string;
  there: There | undefined;
  /** Place in the setting's list; undefined: nothing is mapped. */
  index: number | undefined;
  here: string | undefined;
}

export function channelsThere({ inputs, outputs }: AgentSignature, direction: Direction): There[] {
  return direction === "in"
    ? inputs.map((input) => ({
        ...input,
        fits: (here) => here.type === "any" || accepts(input, here.type),
      }))
    : outputs.map((output) => ({ ...output, required: false, fits: (here) => accepts(here, output.type) }));
}

const keys = { in: { there: "to", here: "from" }, out: { there: "from", here: "to" } } as const;

/** An entry of the setting's list. */
export function pairOf(direction: Direction, there: string, here: string): Json {
  return { [keys[direction].there]: there, [keys[direction].here]: here };
}

/** A line for each channel of the agent, in its order, then those that are mapped to what it does not have. */
export function mappingRows(
  value: Json | undefined,
  direction: Direction,
  known: readonly There[],
): MappingRow[] {
  const mapped = asList(value).map((entry, index) => ({
    name: asText(asRecord(entry)[keys[direction].there]),
    here: asText(asRecord(entry)[keys[direction].here]) || undefined,
    index,
  }));
  const rows = known.flatMap((there): MappingRow[] => {
    const { channel: name } = there;
    const own = mapped.filter((pair) => pair.name === name).map((pair) => ({ ...pair, there }));
    return own.length > 0 ? own : [{ name, there, index: undefined, here: undefined }];
  });
  const names = new Set(known.map(({ channel }) => channel));
  const strange = mapped.filter(({ name }) => !names.has(name));
  return [...rows, ...strange.map((pair) => ({ ...pair, there: undefined }))];
}

/** What of a row's list becomes of another channel here; `undefined` takes the row's entry out. */
export function withHere(
  value: Json | undefined,
  direction: Direction,
  { name, index }: MappingRow,
  here: string | undefined,
): Json[] {
  const entries = asList(value);
  if (here === undefined) return entries.filter((_, at) => at !== index);
  const pair = pairOf(direction, name, here);
  return index === undefined ? [...entries, pair] : entries.map((entry, at) => (at === index ? pair : entry));
}

/** Entries for what is not mapped yet and has a channel here of the same name that fits; each written once at most. */
export function sameNamed(rows: readonly MappingRow[], direction: Direction, channels: Channels): Json[] {
  const written = new Set(direction === "out" ? rows.map(({ here }) => here) : []);
  return rows.flatMap(({ name, there, index }) => {
    const channel = Object.hasOwn(channels, name) ? channels[name] : undefined;
    const free = index === undefined && !written.has(name);
    return free && channel && there?.fits(channel) ? [pairOf(direction, name, name)] : [];
  });
}
