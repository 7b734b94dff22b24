import type { Channel } from "@/workflows/graph/channel";
import type { ChannelPair } from "@/workflows/graph/channel-pair";
import { own } from "@/workflows/graph/record";

/**
 * The values that the graph inside a node begins with; where a channel out here holds nothing, the default of the one
 * inside.
 * @param inside the channels inside
 */
export function valuesIn(
  inputs: readonly ChannelPair[],
  inside: Readonly<Record<string, Pick<Channel, "default">>>,
  state: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const given = inputs.map(({ from, to }): [string, unknown] => [
    to,
    own(state, from) ?? own(inside, to)?.default,
  ]);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}
