import { batchOf } from "@/workflows/graph/apply";
import { bypass } from "@/workflows/graph/bypass";
import type { GraphDocument } from "@/workflows/graph/document";
import { graphAsJson } from "@/workflows/graph/inner-graphs";
import type { Position } from "@/workflows/graph/layout";
import { newId } from "@/workflows/graph/new-id";
import { factsOf } from "@/workflows/graph/node-facts";
import type { Operation, SingleOperation } from "@/workflows/graph/operation";
import { own } from "@/workflows/graph/record";
import { ok, type Result } from "@/workflows/graph/result";
import { subgraphSizeProblem } from "@/workflows/graph/subgraph";
import type { NodeDefinitions } from "@/workflows/nodes/ports";
import { type Border, borderOf } from "./border";
import { freshChannels } from "./fresh-channels";
import { graphOf } from "./graph-of";
import { type CollapseProblem, refuse, titleOf } from "./problem";
import { channelsOf, sameAsOneStep } from "./timing";

export interface Collapsed {
  operation: Operation;
  /** The new node. */
  nodeId: string;
}

/**
 * The operation that puts nodes into a subgraph of their own, after which every run comes to the same end; or why there
 * is none. Channels that only they use go inside, unless one visit leaves something there for the next; all others
 * are mapped.
 */
export function collapse(
  document: GraphDocument,
  nodeIds: Iterable<string>,
  definitions: NodeDefinitions,
  { makeId = newId, title = "Subgraph" }: { makeId?: (prefix: string) => string; title?: string } = {},
): Result<Collapsed, CollapseProblem> {
  const ids = new Set([...nodeIds].filter((id) => own(document.nodes, id)));
  const obstacle = unfit(document, ids, definitions);
  if (obstacle) return obstacle;
  const border = borderOf(document, ids, definitions);
  if (!border.ok) return border;
  const { into, exits, targets } = border.value;
  const running = bypass(document, definitions).document;
  const region = {
    ids,
    sources: into.map(({ source }) => source),
    exits: exits.map(({ source }) => source),
    targets: targets.map(({ target }) => target),
  };
  const timing = sameAsOneStep(running, region, definitions);
  if (!timing.ok) return timing;

  const { graph, inputs, outputs, moved } = inside(document, ids, border.value, definitions);
  const size = subgraphSizeProblem(graph);
  if (size) return refuse(`${size}.`, ids);
  const nodeId = makeId("subgraph");
  const pairs = (names: string[]) => names.map((name) => ({ from: name, to: name }));
  const node = {
    type: "subgraph",
    typeVersion: 1,
    title,
    config: { graph: graphAsJson(graph), inputs: pairs(inputs), outputs: pairs(outputs) },
    policy: { onError: "fail" as const },
  };
  const steps: SingleOperation[] = [
    ...[...ids].map((id): SingleOperation => ({ op: "node.remove", id })),
    { op: "node.add", id: nodeId, node, position: middle(document, ids) },
    ...into.map(
      ({ id, ...way }): SingleOperation => ({ op: "edge.add", id, edge: { ...way, target: nodeId } }),
    ),
    ...targets.map(
      ({ id, target }): SingleOperation => ({
        op: "edge.add",
        id,
        edge: { source: nodeId, port: "out", target },
      }),
    ),
    ...moved.map((name): SingleOperation => ({ op: "channel.remove", name })),
  ];
  return ok({ operation: batchOf(steps, "Collapse into a subgraph"), nodeId });
}

function unfit(document: GraphDocument, ids: ReadonlySet<string>, definitions: NodeDefinitions) {
  if (ids.size === 0) return refuse("Select the nodes that are to go into a subgraph.");
  for (const id of ids) {
    const node = own(document.nodes, id);
    if (!node) continue;
    const { definition, complete } = factsOf(node, definitions);
    if (definition?.role !== undefined)
      return refuse(
        `${titleOf(document, id)} belongs to this graph. A subgraph gets a Start and an End of its own.`,
        [id],
      );
    if (!complete)
      return refuse(
        `The settings of ${titleOf(document, id)} are not complete, so nobody knows what it reads and writes.`,
        [id],
      );
  }
  return undefined;
}

function inside(
  document: GraphDocument,
  ids: ReadonlySet<string>,
  border: Border,
  definitions: NodeDefinitions,
) {
  const { reads, writes } = channelsOf(document, ids, definitions);
  const used = [...new Set([...reads, ...writes])].filter((name) => own(document.channels, name)).sort();
  const others = channelsOf(
    document,
    Object.keys(document.nodes).filter((id) => !ids.has(id)),
    definitions,
  );
  const alone = used.filter((name) => !others.reads.has(name) && !others.writes.has(name));
  // A graph with no inputs tells which channels nothing reads before it is written.
  const fresh = freshChannels(
    graphOf(document, ids, border, { channels: used, inputs: [], outputs: [] }),
    definitions,
  );
  const moved = alone.filter((name) => fresh.has(name));
  const mapped = used.filter((name) => !moved.includes(name));
  const outputs = mapped.filter((name) => writes.has(name));
  const graph = graphOf(document, ids, border, { channels: used, inputs: mapped, outputs });
  return { graph, inputs: mapped, outputs, moved };
}

function middle({ layout }: GraphDocument, ids: ReadonlySet<string>): Position {
  const places = [...ids].flatMap((id) => own(layout.nodes, id) ?? []);
  const mean = (values: number[]) =>
    Math.round(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));
  return { x: mean(places.map(({ x }) => x)), y: mean(places.map(({ y }) => y)) };
}
