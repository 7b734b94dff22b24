import { apply } from "@/workflows/graph/apply";
import type { Channel, Channels } from "@/workflows/graph/channel";
import { isWayBack } from "@/workflows/graph/channel-pair";
import type { GraphDocument } from "@/workflows/graph/document";
import { freeId } from "@/workflows/graph/free-id";
import { own } from "@/workflows/graph/record";
import { renameChannel } from "@/workflows/graph/rename-channel";
import { ok, type Result } from "@/workflows/graph/result";
import type { Subgraph } from "@/workflows/graph/subgraph";
import type { NodeDefinitions } from "@/workflows/nodes/ports";
import { freshChannels } from "./fresh-channels";
import { type CollapseProblem, refuse } from "./problem";
import { channelsOf } from "./timing";

export interface ChannelsOutside {
  /** The graph inside, its channels named as they are out here. */
  graph: GraphDocument;
  /** Channels that are new out here. */
  added: [string, Channel][];
  /** By the name inside, where it differs. */
  renames: ReadonlyMap<string, string>;
}

/** Where each channel of a subgraph goes when its nodes are put in its place. */
export function channelsOutside(
  subgraph: Subgraph,
  outside: Channels,
  definitions: NodeDefinitions,
): Result<ChannelsOutside, CollapseProblem> {
  const { graph } = subgraph;
  const fresh = freshChannels(unfilled(graph, definitions), definitions);
  const { writes } = channelsOf(graph, runningIds(graph, definitions), definitions);
  const names = new Map<string, string>();
  const added: Record<string, Channel> = {};
  for (const [name, channel] of Object.entries(graph.channels)) {
    const ins = subgraph.inputs.filter(({ to }) => to === name);
    const outs = subgraph.outputs.filter(({ from }) => from === name);
    const [way = outs[0]?.to] = ins.map(({ from }) => from);
    if (way === undefined) {
      if (!fresh.has(name))
        return refuse(
          `“${name}” begins afresh at each visit of the subgraph; out here it would keep its value.`,
        );
      const free = freeId({ ...outside, ...added }, name);
      names.set(name, free);
      added[free] = channel;
      continue;
    }
    const isOne =
      ins.length + outs.length === 1 ||
      (ins[0] && outs[0] && outs.length === 1 && isWayBack(ins[0], outs[0]));
    if (!isOne)
      return refuse(`“${name}” goes in and out by different channels, so it cannot be one of them.`);
    const other = own(outside, way);
    if (!other || other.type !== channel.type || other.reducer !== channel.reducer)
      return refuse(`“${name}” inside and “${way}” out here differ in type or reducer.`);
    if (outs.length === 0 && writes.has(name))
      return refuse(`Nodes inside write “${name}”, and “${way}” out here is not to change with it.`);
    if (ins.length === 0 && (!fresh.has(name) || channel.default !== undefined))
      return refuse(`“${name}” begins afresh at each visit; “${way}” out here keeps its value.`);
    if ([...names.values()].includes(way)) return refuse(`Two channels inside belong to “${way}” out here.`);
    names.set(name, way);
  }
  const renames = new Map([...names].filter(([inner, outer]) => inner !== outer));
  return ok({ graph: renamedAll(graph, renames, definitions), added: Object.entries(added), renames });
}

/** All at once: two channels may swap names. */
function renamedAll(
  graph: GraphDocument,
  renames: ReadonlyMap<string, string>,
  definitions: NodeDefinitions,
): GraphDocument {
  const taken: Record<string, unknown> = {
    ...graph.channels,
    ...Object.fromEntries([...renames].map(([, to]) => [to, 1])),
  };
  const between = new Map<string, string>();
  for (const [name] of renames) {
    const free = freeId(taken, "renamed");
    taken[free] = 1;
    between.set(name, free);
  }
  const steps = [
    ...[...between].map(([name, free]): [string, string] => [name, free]),
    ...[...renames].map(([name, to]): [string, string] => [between.get(name) ?? name, to]),
  ];
  return steps.reduce((current, [from, to]) => {
    const result = apply(current, renameChannel(current, from, to, definitions));
    return result.ok ? result.value : current;
  }, graph);
}

/** The graph as if nothing came in, so that what is read first shows. */
function unfilled(graph: GraphDocument, definitions: NodeDefinitions): GraphDocument {
  const running = new Set(runningIds(graph, definitions));
  const nodes = Object.entries(graph.nodes).map(([id, node]) => [
    id,
    running.has(id) || node.type !== "start" ? node : { ...node, config: { ...node.config, inputs: [] } },
  ]);
  return { ...graph, nodes: Object.fromEntries(nodes) };
}

/** All nodes but Start and End. */
function runningIds(graph: GraphDocument, definitions: NodeDefinitions): string[] {
  return Object.entries(graph.nodes).flatMap(([id, node]) =>
    definitions[node.type]?.role === undefined ? [id] : [],
  );
}
