import { isReservedName } from "@/workflows/expressions/roots";
import { batchOf } from "@/workflows/graph/apply";
import { type Channel, type ChannelType, channelNameSchema } from "@/workflows/graph/channel";
import type { Issue } from "@/workflows/graph/issue";
import type { SingleOperation } from "@/workflows/graph/operation";
import { combining } from "./reducers";
import type { Subject } from "./subject";

/**
 * Creates a channel that nodes name, of the type on which they agree. What nodes need and none writes becomes an
 * input as well: without that, the channel would be there and always empty. None for a name that no channel can have.
 */
export function createChannelFix(subject: Subject, name: string): Issue["fix"] {
  if (!channelNameSchema.safeParse(name).success || isReservedName(name)) return undefined;
  const operation: SingleOperation = { op: "channel.add", name, channel: channelFor(subject, name) };
  if (!isMissed(subject, name)) return { label: `Create the channel “${name}”`, operation };
  const input = asInput(subject, name);
  const label = `Create “${name}” as an input`;
  return input && { label, operation: batchOf([operation, input], label) };
}

function channelFor(subject: Subject, name: string): Channel {
  const type = agreedType(subject, name);
  const channel: Channel = { type, reducer: type === "messages" ? "messages" : "replace" };
  const writers = writersOf(subject, name);
  const collide = writers.some((one) =>
    writers.some((other) => subject.concurrency().surelyTogether(one, other)),
  );
  return { ...channel, reducer: (collide ? combining(channel)?.reducer : undefined) ?? channel.reducer };
}

/** The type that every read and write is content with, if they say any. */
function agreedType({ nodes }: Subject, name: string): ChannelType {
  const said = nodes.flatMap(({ reads, writes }) => [
    ...reads.flatMap(({ channel, types }) => (channel === name && types ? [types] : [])),
    ...writes.flatMap(({ channel, type }) => (channel === name && type ? [[type]] : [])),
  ]);
  const [first = [], ...more] = said;
  return first.find((type) => more.every((types) => types.includes(type))) ?? "any";
}

function writersOf({ nodes, reachable }: Subject, name: string): string[] {
  const writers = nodes.filter(
    ({ id, writes }) => reachable.has(id) && writes.some((each) => each.channel === name),
  );
  return writers.map(({ id }) => id);
}

/** Whether a node that runs needs the channel and none could have written it. */
function isMissed(subject: Subject, name: string): boolean {
  const running = subject.nodes.filter(({ id }) => subject.reachable.has(id));
  const read = running.some(({ reads }) =>
    reads.some(({ channel, optional }) => channel === name && !optional),
  );
  const type = agreedType(subject, name);
  return (
    read &&
    type !== "messages" &&
    running.every(({ complete }) => complete) &&
    writersOf(subject, name).length === 0
  );
}

function asInput(subject: Subject, name: string): SingleOperation | undefined {
  const [id, ...more] = subject.starts;
  const start = id === undefined || more.length > 0 ? undefined : subject.node(id);
  const set = start?.definition?.withInput?.(start.node.config, name);
  return id !== undefined && set ? { op: "node.configure", id, set, unset: [] } : undefined;
}
