import { z } from "zod";
import { plainMessageSchema } from "@/workflows/events/message";
import type { Channel, ChannelType } from "@/workflows/graph/channel";
import type { Issue } from "@/workflows/graph/issue";
import type { Json } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";
import { accepts, words } from "./fitting";
import { type Rule, type Subject, type SubjectNode, titleOf } from "./subject";

/** What is written to and read from a channel fits its type, and so does its default. */
export const channelTypes: Rule = (subject) => [
  ...subject.nodes.flatMap((node) => [...writes(subject, node), ...reads(subject, node)]),
  ...Object.entries(subject.document.channels).flatMap(([name, channel]) => ofDefault(name, channel)),
];

function writes(subject: Subject, node: SubjectNode): Issue[] {
  return node.writes.flatMap(({ channel: name, field, type }): Issue[] => {
    const channel = own(subject.document.channels, name);
    if (!channel || !type || accepts(channel, type)) return [];
    const message = `${titleOf(subject, node.id)} writes ${words[type]} to “${name}”, which holds ${words[channel.type]}. Choose another channel or change its type.`;
    return [mismatch({ nodeId: node.id, field, channel: name }, message)];
  });
}

function reads(subject: Subject, node: SubjectNode): Issue[] {
  return node.reads.flatMap(({ channel: name, field, types }): Issue[] => {
    const channel = own(subject.document.channels, name);
    if (!channel || !types || channel.type === "any" || types.includes("any")) return [];
    if (types.includes(channel.type)) return [];
    const wanted = types.map((type) => words[type]).join(" or ");
    const message = `${titleOf(subject, node.id)} needs ${wanted}, but “${name}” holds ${words[channel.type]}. Choose another channel or change its type.`;
    return [mismatch({ nodeId: node.id, field, channel: name }, message)];
  });
}

function ofDefault(name: string, channel: Channel): Issue[] {
  if (channel.default === undefined || channel.default === null || holds(channel.type, channel.default))
    return [];
  const message = `The default of “${name}” is not ${words[channel.type]}. Change the default or the type.`;
  return [mismatch({ channel: name, field: "default" }, message)];
}

function mismatch(path: Issue["path"], message: string): Issue {
  return { code: "channel_type_mismatch", severity: "error", path, message };
}

const messages = z.array(plainMessageSchema);

function holds(type: ChannelType, value: Json): boolean {
  if (type === "any") return true;
  if (type === "messages") return messages.safeParse(value).success;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}
