import { didYouMean } from "@/workflows/expressions/similar";
import { startsOf } from "@/workflows/graph/analysis/inputs";
import type { ChannelPair } from "@/workflows/graph/channel-pair";
import type { Issue } from "@/workflows/graph/issue";
import { factsOf } from "@/workflows/graph/node-facts";
import { own } from "@/workflows/graph/record";
import type { Subgraph } from "@/workflows/graph/subgraph";
import { type Rule, type Subject, titleOf } from "./subject";

/**
 * What goes into a subgraph lands in channels that its Start takes, all that it needs is given, and what comes out is
 * there. The channels out here are looked at like those of any node.
 */
export const subgraphMapping: Rule = (subject) =>
  subject.nodes.flatMap(({ id, subgraph }) =>
    subgraph
      ? [...ins(subject, id, subgraph), ...needs(subject, id, subgraph), ...outs(subject, id, subgraph)]
      : [],
  );

function ins(subject: Subject, nodeId: string, { graph, inputs }: Subgraph): Issue[] {
  const taken = inputsOf(subject, { graph }).map(({ channel }) => channel);
  return inputs.flatMap(({ to }, index): Issue[] => {
    const field = `inputs.${index}.to`;
    if (!own(graph.channels, to)) return [unknown(subject, nodeId, field, to, { graph })];
    if (taken.includes(to)) return [];
    const message = `${titleOf(subject, nodeId)} fills “${to}”, which is no input of the graph inside. Add it to the Start inside.`;
    return [mapping(nodeId, field, message)];
  });
}

function needs(subject: Subject, nodeId: string, { graph, inputs }: Subgraph): Issue[] {
  const given = new Set(inputs.map(({ to }) => to));
  return inputsOf(subject, { graph })
    .filter(({ channel, required }) => required && !given.has(channel))
    .map(({ channel }) => {
      const message = `The graph inside ${titleOf(subject, nodeId)} needs “${channel}”, and nothing is mapped to it. Map a channel, or make the input optional at the Start inside.`;
      return mapping(nodeId, "inputs", message);
    });
}

function outs(subject: Subject, nodeId: string, { graph, outputs }: Subgraph): Issue[] {
  return outputs.flatMap(({ from }: ChannelPair, index) =>
    own(graph.channels, from) ? [] : [unknown(subject, nodeId, `outputs.${index}.from`, from, { graph })],
  );
}

function inputsOf({ definitions }: Subject, { graph }: Pick<Subgraph, "graph">) {
  return startsOf(graph, definitions).flatMap((id) => {
    const start = own(graph.nodes, id);
    return start ? factsOf(start, definitions).inputs : [];
  });
}

function unknown(
  subject: Subject,
  nodeId: string,
  field: string,
  channel: string,
  { graph }: Pick<Subgraph, "graph">,
): Issue {
  const hint = didYouMean(channel, Object.keys(graph.channels));
  const message = `The graph inside ${titleOf(subject, nodeId)} has no channel named “${channel}”.${hint}`;
  return { code: "channel_unknown", severity: "error", path: { nodeId, field, channel }, message };
}

function mapping(nodeId: string, field: string, message: string): Issue {
  return { code: "subgraph_mapping", severity: "error", path: { nodeId, field }, message };
}
