/** A value that crosses the border of a subgraph: from a channel on one side to a channel on the other. */
export interface ChannelPair {
  from: string;
  to: string;
}

/** Whether a channel goes back out to the channel that filled it. */
export function isWayBack(input: ChannelPair, output: ChannelPair): boolean {
  return input.from === output.to && input.to === output.from;
}
