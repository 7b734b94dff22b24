import { startsOf } from "@/workflows/graph/analysis/inputs";
import { batchOf } from "@/workflows/graph/apply";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Issue } from "@/workflows/graph/issue";
import { factsOf } from "@/workflows/graph/node-facts";
import type { SingleOperation } from "@/workflows/graph/operation";
import { insideNode } from "@/workflows/graph/operations/inside-node";
import { own } from "@/workflows/graph/record";
import type { Subject } from "./subject";

/** Makes a channel of the graph inside a node one that its Start takes, and creates it where it is not there. */
export function takeInsideFix(
  { definitions }: Subject,
  nodeId: string,
  graph: GraphDocument,
  channel: string,
): Issue["fix"] {
  const [id, ...more] = startsOf(graph, definitions);
  const start = id === undefined || more.length > 0 ? undefined : own(graph.nodes, id);
  const set = start && factsOf(start, definitions).definition?.withInput?.(start.config, channel);
  if (id === undefined || !set) return undefined;
  const isThere = own(graph.channels, channel) !== undefined;
  const label = isThere
    ? `Let the Start inside take “${channel}”`
    : `Create “${channel}” inside, as an input`;
  const create: SingleOperation = {
    op: "channel.add",
    name: channel,
    channel: { type: "any", reducer: "replace" },
  };
  const take: SingleOperation = { op: "node.configure", id, set, unset: [] };
  const steps = isThere ? [take] : [create, take];
  return {
    label,
    operation: batchOf(
      steps.map((step) => insideNode(nodeId, step)),
      label,
    ),
  };
}
