import { isFailure } from "@/workflows/expressions/failure";
import { didYouMean } from "@/workflows/expressions/similar";
import type { Issue } from "@/workflows/graph/issue";
import type { ChannelRead, ChannelWrite } from "@/workflows/nodes/definition";
import { createChannelFix } from "./create-channel";
import { replaceChannelFix } from "./replace-name";
import type { Rule, SubjectNode } from "./subject";

/** Every channel that a setting names exists. Expressions are another rule's matter. */
export const channelsKnown: Rule = (subject) => {
  const { nodes, document } = subject;
  const names = Object.keys(document.channels);
  return nodes.flatMap((node) =>
    namedIn(node)
      .filter(({ channel }) => !Object.hasOwn(document.channels, channel))
      .filter(({ channel, mention }) => !(mention && isFailure(channel, document.channels)))
      .map(({ channel, field, mention }): Issue => {
        const hint = didYouMean(channel, names);
        const fix = mention
          ? undefined
          : hint
            ? replaceChannelFix(node, field, channel, names)
            : createChannelFix(subject, channel);
        return {
          code: "channel_unknown",
          severity: mention ? "warning" : "error",
          path: { nodeId: node.id, field, channel },
          message: `“${node.node.title}”: there is no channel named “${channel}”.${hint}`,
          ...(fix ? { fix } : {}),
        };
      }),
  );
};

interface Named {
  channel: string;
  field: string;
  /** Only spoken of inside a longer text such as code, which proves nothing. */
  mention?: boolean;
}

function namedIn(node: SubjectNode): Named[] {
  const checkedElsewhere = new Set(node.expressions.map(({ field }) => field));
  const reads = node.reads.filter(({ field }) => !checkedElsewhere.has(field));
  const named = [...node.writes.map(ofWrite), ...reads.map((read) => ofRead(read, node))];
  return named.filter(
    ({ channel, field }, index) =>
      named.findIndex((other) => other.channel === channel && other.field === field) === index,
  );
}

function ofWrite({ channel, field }: ChannelWrite): Named {
  return { channel, field };
}

function ofRead({ channel, field }: ChannelRead, { node }: SubjectNode): Named {
  const text = node.config[field];
  return { channel, field, mention: typeof text === "string" && text !== channel };
}
