import type { NodeDefinitions } from "@/workflows/nodes/ports";
import { type GraphDocument, graphDocumentSchema } from "./document";
import { tidyGroups } from "./groups";
import { graphAsJson, mapInnerGraphs } from "./inner-graphs";
import type { Issue } from "./issue";
import type { JsonObject } from "./json";
import { isDeeperThan, maxDocumentDepth } from "./json-depth";
import type { Position } from "./layout";
import { documentMalformed, malformed, malformedAt } from "./malformed";
import { migrateDocument, migrateNodes } from "./migrate";
import { prototypeKey } from "./prototype-key";
import { own } from "./record";
import { fail, ok, type Result } from "./result";

/**
 * A document from any JSON: lifted to the present format, its shape checked, and every node given a place. What is
 * wrong comes back as issues that name the place.
 */
export function parseDocument(json: unknown): Result<GraphDocument, Issue[]> {
  if (isDeeperThan(json, maxDocumentDepth)) {
    return fail([
      documentMalformed(`This is not a graph: it is nested more than ${maxDocumentDepth} levels deep.`),
    ]);
  }
  const hidden = prototypeKey(json);
  if (hidden) return fail([malformedAt(hidden, "This name cannot be used; choose another")]);
  const migrated = migrateDocument(json);
  if (!migrated.ok) return migrated;
  const parsed = graphDocumentSchema.safeParse(migrated.value);
  return parsed.success ? ok(tidied(placed(parsed.data))) : fail(malformed(parsed.error.issues));
}

/** `parseDocument`, and every node's config lifted to the present version of its type, also inside subgraphs. */
export function loadDocument(json: unknown, definitions: NodeDefinitions): Result<GraphDocument, Issue[]> {
  const parsed = parseDocument(json);
  if (!parsed.ok) return parsed;
  return ok(
    mapInnerGraphs(migrateNodes(parsed.value, definitions), (graph) => loadInner(graph, definitions)),
  );
}

/** A graph inside that cannot be read stays as it is; the node's settings then say what is wrong with it. */
function loadInner(graph: JsonObject, definitions: NodeDefinitions): JsonObject {
  const inner = loadDocument(graph, definitions);
  return inner.ok ? graphAsJson(inner.value) : graph;
}

/** Operations rely on it: each node has a place, and no place lacks its node. */
function placed(document: GraphDocument): GraphDocument {
  const ids = Object.keys(document.nodes);
  const { nodes } = document.layout;
  const complete = ids.every((id) => own(nodes, id)) && Object.keys(nodes).length === ids.length;
  if (complete) return document;
  const positions = ids.map((id, index): [string, Position] => [
    id,
    own(nodes, id) ?? { x: (index % 8) * 320, y: Math.floor(index / 8) * 180 },
  ]);
  return { ...document, layout: { ...document.layout, nodes: Object.fromEntries(positions) } };
}

/** Groups and pins of nodes that are not there go with them. */
function tidied(document: GraphDocument): GraphDocument {
  const exists = (id: string) => own(document.nodes, id) !== undefined;
  const pins = Object.entries(document.pins).filter(([id]) => exists(id));
  return {
    ...document,
    layout: { ...document.layout, groups: tidyGroups(document.layout.groups, exists) },
    pins: Object.fromEntries(pins),
  };
}
