import type { GraphDocument } from "@/workflows/graph/document";
import { factsOf, type NodeFacts } from "@/workflows/graph/node-facts";
import type { NodeDefinitions } from "@/workflows/nodes/ports";

/** Ids of the nodes where runs begin, in id order; a valid document has one. */
export function startsOf(document: Pick<GraphDocument, "nodes">, definitions: NodeDefinitions): string[] {
  return withRole(document, definitions, "start");
}

/** Ids of the nodes where runs end, in id order. */
export function endsOf(document: Pick<GraphDocument, "nodes">, definitions: NodeDefinitions): string[] {
  return withRole(document, definitions, "end");
}

/** Channels a run takes as input, as Start declares them. */
export function inputsOf(
  document: Pick<GraphDocument, "nodes">,
  definitions: NodeDefinitions,
): { channel: string; required: boolean }[] {
  const declared = allFacts(document, definitions).flatMap((facts) => facts.inputs);
  return declared.filter(
    (input, index) => declared.findIndex(({ channel }) => channel === input.channel) === index,
  );
}

/** Channels a run gives back, as its Ends declare them, each once. */
export function outputsOf(document: Pick<GraphDocument, "nodes">, definitions: NodeDefinitions): string[] {
  return [...new Set(allFacts(document, definitions).flatMap((facts) => facts.outputs))];
}

function allFacts(document: Pick<GraphDocument, "nodes">, definitions: NodeDefinitions): NodeFacts[] {
  const sorted = Object.entries(document.nodes).sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([, node]) => factsOf(node, definitions));
}

function withRole(
  document: Pick<GraphDocument, "nodes">,
  definitions: NodeDefinitions,
  role: "start" | "end",
): string[] {
  const ids = Object.entries(document.nodes).flatMap(([id, node]) =>
    factsOf(node, definitions).definition?.role === role ? [id] : [],
  );
  return ids.sort();
}
