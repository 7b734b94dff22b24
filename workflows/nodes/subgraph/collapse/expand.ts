import { apply, batchOf } from "@/workflows/graph/apply";
import { bypass } from "@/workflows/graph/bypass";
import type { GraphDocument } from "@/workflows/graph/document";
import { newId } from "@/workflows/graph/new-id";
import type { Node } from "@/workflows/graph/node";
import { factsOf } from "@/workflows/graph/node-facts";
import type { Operation, SingleOperation } from "@/workflows/graph/operation";
import { own } from "@/workflows/graph/record";
import { ok, type Result } from "@/workflows/graph/result";
import type { NodeDefinitions } from "@/workflows/nodes/ports";
import { channelsOutside } from "./channels-outside";
import { partsOf, placeAround } from "./parts";
import { type CollapseProblem, refuse, titleOf } from "./problem";
import { sameAsOneStep } from "./timing";

export interface Expanded {
  operation: Operation;
  /** The nodes that came out. */
  nodeIds: string[];
}

/**
 * The operation that puts the nodes of a subgraph in its place, after which every run comes to the same end; or why
 * there is none. What has a name that is taken gets another.
 */
export function expand(
  document: GraphDocument,
  nodeId: string,
  definitions: NodeDefinitions,
  makeId: (prefix: string) => string = newId,
): Result<Expanded, CollapseProblem> {
  const node = own(document.nodes, nodeId);
  const subgraph = node && factsOf(node, definitions).subgraph;
  if (!node || !subgraph) return refuse("Select a subgraph whose settings are complete.", [nodeId]);
  if (subgraph.repeats)
    return refuse(`${titleOf(document, nodeId)} runs its graph for each entry of a list.`, [nodeId]);
  const whole = ofTheWhole(node);
  if (whole) return refuse(`${titleOf(document, nodeId)} ${whole}`, [nodeId]);
  const parts = partsOf(document, nodeId, subgraph.graph, definitions, makeId);
  if (!parts.ok) return parts;
  const channels = channelsOutside(subgraph, document.channels, definitions);
  if (!channels.ok) return channels;

  const { ids, edges, ...border } = parts.value;
  const { graph, added } = channels.value;
  const at = own(document.layout.nodes, nodeId) ?? { x: 0, y: 0 };
  const placeOf = placeAround(at, graph, ids.keys());
  const steps: SingleOperation[] = [
    { op: "node.remove", id: nodeId },
    ...added.map(([name, channel]): SingleOperation => ({ op: "channel.add", name, channel })),
    ...[...ids].flatMap(([inner, id]): SingleOperation[] => {
      const moved = own(graph.nodes, inner);
      return moved ? [{ op: "node.add", id, node: moved, position: placeOf(inner) }] : [];
    }),
    ...edges.map(([id, edge]): SingleOperation => ({ op: "edge.add", id, edge })),
    ...[...ids].flatMap(([inner, id]): SingleOperation[] => {
      const pin = own(graph.pins, inner);
      return pin ? [{ op: "node.pin", id, pin }] : [];
    }),
  ];
  const operation = batchOf(steps, "Expand the subgraph");
  const after = apply(document, operation);
  if (!after.ok) return refuse(after.problem.message, [nodeId]);
  const region = { ids: new Set(ids.values()), ...border };
  const timing = sameAsOneStep(bypass(after.value, definitions).document, region, definitions);
  return timing.ok ? ok({ operation, nodeIds: [...ids.values()] }) : timing;
}

/** What holds for the subgraph as a whole and for none of its nodes. */
function ofTheWhole({ policy, disabled }: Node): string | undefined {
  if (disabled) return "is turned off. Turn it on first.";
  const { retry, timeoutMs, onError } = policy;
  if (!retry && timeoutMs === undefined && onError === "fail") return undefined;
  return "has retries, a time limit or an error port for all of it together. Remove them first.";
}
