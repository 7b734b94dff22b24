import { expressionChannels, templateChannels } from "@/workflows/expressions/channels-used";
import type { ChannelRead } from "./definition";

/** Channels that a `{{ … }}` template looks at, placed at its config field. */
export function templateReads(field: string, template: string): ChannelRead[] {
  return templateChannels(template)
    .filter(isChannel)
    .map((channel) => ({ channel, field }));
}

/**
 * Channels that a CEL expression looks at, placed at its config field.
 * @param names what it sees beside channels, as in the field's hints
 */
export function expressionReads(
  field: string,
  expression: string,
  names: readonly string[] = [],
): ChannelRead[] {
  return expressionChannels(expression)
    .filter((name) => isChannel(name) && !names.includes(name))
    .map((channel) => ({ channel, field }));
}

/** `secrets` is no channel: it names the workspace's secrets where a field allows them. */
function isChannel(name: string): boolean {
  return name !== "secrets";
}
