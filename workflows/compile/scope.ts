import { AppError } from "@/workflows/errors/app-error";
import type { Adjacency, Link } from "@/workflows/graph/analysis/adjacency";
import type { GraphDocument } from "@/workflows/graph/document";
import { nodesOfPart, type Part } from "@/workflows/graph/part";
import { own } from "@/workflows/graph/record";
import { definitionIn, type NodeDefinitions } from "@/workflows/nodes/ports";
import { graphInvalid } from "./graph-invalid";
import { planStart } from "./plan-types";

/** What of a graph is planned. */
export interface Scope {
  startId: string;
  /** Where the run begins. */
  entry: readonly Link[];
  /** Every node that it can come to, Start and End included. */
  inside: ReadonlySet<string>;
}

/**
 * Where a run begins and what it can come to.
 * @throws AppError graph_invalid (Start), invalid_input (`from`, `until`)
 */
export function scopeOf(
  document: GraphDocument,
  definitions: NodeDefinitions,
  adjacency: Adjacency,
  { from, until }: Part,
): Scope {
  for (const [field, id] of Object.entries({ from, until })) requireInner(document, definitions, field, id);
  const startId = from === undefined ? onlyStart(document, definitions) : planStart;
  if (from === undefined) refuseEdgesInto(adjacency, startId);
  const inside = nodesOfPart(adjacency, [from ?? startId], until);
  if (until !== undefined && !inside.has(until)) {
    const title = own(document.nodes, until)?.title;
    throw unusable("until", until, `No run that begins there comes to “${title}”.`);
  }
  const entry =
    from === undefined
      ? adjacency.from(startId)
      : [{ id: planStart, source: planStart, port: "out", target: from }];
  return { startId, entry, inside };
}

/** Start takes the run's input and End gives its output; what lies between can be tried out by itself. */
function requireInner(
  document: GraphDocument,
  definitions: NodeDefinitions,
  field: string,
  id: string | undefined,
): void {
  if (id === undefined) return;
  const node = own(document.nodes, id);
  if (!node) throw unusable(field, id, "This node is not in the graph, or it is turned off.");
  if (definitionIn(definitions, node.type)?.role === undefined) return;
  throw unusable(
    field,
    id,
    `A run of a part neither begins nor ends at “${node.title}”: choose a node between.`,
  );
}

function onlyStart(document: GraphDocument, definitions: NodeDefinitions): string {
  const [start, ...more] = Object.entries(document.nodes).filter(
    ([, node]) => definitionIn(definitions, node.type)?.role === "start",
  );
  if (start && more.length === 0) return start[0];
  throw new AppError(
    "graph_invalid",
    start ? "The graph has more than one Start." : "The graph has no Start.",
  );
}

function refuseEdgesInto(adjacency: Adjacency, startId: string): void {
  const [stray] = adjacency.into(startId);
  if (stray)
    throw graphInvalid(
      startId,
      "An edge leads into Start. A run enters Start once, at its beginning.",
      stray.id,
    );
}

function unusable(field: string, nodeId: string, message: string): AppError {
  return new AppError("invalid_input", message, { field, nodeId });
}
