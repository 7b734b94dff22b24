import type { Channels } from "@/workflows/graph/channel";
import { own } from "@/workflows/graph/record";
import { channelValueProblem, writtenValueProblem } from "@/workflows/nodes/channel-value";
import type { StateEdit } from "./state-edit";

/** What is wrong with an edit, in words that go with the channel's field; nothing where it can be written. */
export function editProblem(
  channels: Channels,
  { channel: name, how, value }: StateEdit,
): string | undefined {
  const channel = own(channels, name);
  if (!channel) return `The graph has no channel “${name}”.`;
  const problem = writtenValueProblem(channel, value) ?? wholeProblem();
  return problem && `“${name}” ${problem}.`;

  /** What takes the place of the whole value has to be of the channel's type and no part of it. */
  function wholeProblem(): string | undefined {
    if (how === "write" || !channel || channel.reducer === "replace") return undefined;
    return channelValueProblem(channel.type, value);
  }
}
