import { channelNameSchema } from "@/workflows/graph/channel";
import type { ChannelRead } from "../definition";

const mentions = /\bstate\s*(?:\?\.|\.)\s*([a-z]\w*)|\bstate\s*\[\s*["']([a-z]\w*)["']\s*\]/g;

/**
 * Channels that JavaScript mentions as `state.name` or `state["name"]`. Code may look at others in ways no text
 * search finds, so a mention is a hint to the validator, never a demand.
 */
export function codeReads(code: string): ChannelRead[] {
  const names = [...code.matchAll(mentions)].map((match) => match[1] ?? match[2] ?? "");
  return [...new Set(names)]
    .filter((name) => channelNameSchema.safeParse(name).success)
    .map((channel) => ({ channel, field: "code", optional: true }));
}
