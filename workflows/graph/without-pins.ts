import { type GraphDocument, graphDocumentSchema } from "./document";
import { graphAsJson, mapInnerGraphs } from "./inner-graphs";
import type { JsonObject } from "./json";

/** The document as others get it: pins are for whoever tries the draft, never for a version or a file. */
export function withoutPins(document: GraphDocument): GraphDocument {
  const bare = mapInnerGraphs(document, unpinned);
  return Object.keys(bare.pins).length === 0 ? bare : { ...bare, pins: {} };
}

function unpinned(graph: JsonObject): JsonObject {
  const parsed = graphDocumentSchema.safeParse(graph);
  if (!parsed.success) return graph;
  const bare = withoutPins(parsed.data);
  return bare === parsed.data ? graph : graphAsJson(bare);
}
