import { didYouMean } from "@/workflows/expressions/similar";
import { startsOf } from "@/workflows/graph/analysis/inputs";
import type { Issue } from "@/workflows/graph/issue";
import { factsOf } from "@/workflows/graph/node-facts";
import { own } from "@/workflows/graph/record";
import type { Subgraph } from "@/workflows/graph/subgraph";
import { type Rule, type Subject, titleOf } from "./subject";
import { takeInsideFix } from "./take-inside";

/**
 * What goes into a subgraph lands in channels that its Start takes, all that it needs is given, and what comes out is
 * there. The channels out here are looked at like those of any node.
 */
export const subgraphMapping: Rule = (subject) =>
  subject.nodes.flatMap(({ id, subgraph }) =>
    subgraph
      ? [
          ...ins(subject, id, subgraph),
          ...needs(subject, id, subgraph),
          ...outs(subject, id, subgraph),
          ...types(subject, id, subgraph),
        ]
      : [],
  );

function ins(subject: Subject, nodeId: string, { graph, inputs, fills = [] }: Subgraph): Issue[] {
  const taken = inputsOf(subject, { graph }).map(({ channel }) => channel);
  const filled = [...inputs.map(({ to }, index) => ({ channel: to, field: `inputs.${index}.to` })), ...fills];
  return filled.flatMap(({ channel, field }): Issue[] => {
    const fix = takeInsideFix(subject, nodeId, graph, channel);
    if (!own(graph.channels, channel)) return [unknown(subject, nodeId, field, channel, { graph }, fix)];
    if (taken.includes(channel)) return [];
    const message = `${titleOf(subject, nodeId)} fills “${channel}”, which is no input of the graph inside. Add it to the Start inside.`;
    return [{ ...mapping(nodeId, field, message), ...(fix ? { fix } : {}) }];
  });
}

function needs(subject: Subject, nodeId: string, { graph, inputs, fills = [] }: Subgraph): Issue[] {
  const given = new Set([...inputs.map(({ to }) => to), ...fills.map(({ channel }) => channel)]);
  return inputsOf(subject, { graph })
    .filter(({ channel, required }) => required && !given.has(channel))
    .map(({ channel }) => {
      const message = `The graph inside ${titleOf(subject, nodeId)} needs “${channel}”, and nothing is mapped to it. Map a channel, or make the input optional at the Start inside.`;
      return mapping(nodeId, "inputs", message);
    });
}

function outs(subject: Subject, nodeId: string, { graph, outputs, takes = [] }: Subgraph): Issue[] {
  const taken = [
    ...outputs.map(({ from }, index) => ({ channel: from, field: `outputs.${index}.from` })),
    ...takes,
  ];
  return taken.flatMap(({ channel, field }) =>
    own(graph.channels, channel) ? [] : [unknown(subject, nodeId, field, channel, { graph })],
  );
}

/** What the node puts into a channel inside is of the channel's type. */
function types(subject: Subject, nodeId: string, { graph, fills = [] }: Subgraph): Issue[] {
  return fills.flatMap(({ channel, field, type }) => {
    const holds = own(graph.channels, channel)?.type;
    if (!holds || !type || holds === "any" || holds === type) return [];
    const message = `${titleOf(subject, nodeId)} puts a ${type} into “${channel}” inside, which holds a ${holds}. Choose another channel, or change its type inside.`;
    return [mapping(nodeId, field, message)];
  });
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
  fix?: Issue["fix"],
): Issue {
  const hint = didYouMean(channel, Object.keys(graph.channels));
  const message = `The graph inside ${titleOf(subject, nodeId)} has no channel named “${channel}”.${hint}`;
  const issue: Issue = {
    code: "channel_unknown",
    severity: "error",
    path: { nodeId, field, channel },
    message,
  };
  // A slip is no new channel.
  return fix && !hint ? { ...issue, fix } : issue;
}

function mapping(nodeId: string, field: string, message: string): Issue {
  return { code: "subgraph_mapping", severity: "error", path: { nodeId, field }, message };
}
