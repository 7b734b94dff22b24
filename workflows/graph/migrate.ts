import { nearest } from "@/workflows/expressions/similar";
import type { NodeDefinitions } from "@/workflows/nodes/ports";
import { definitionIn } from "@/workflows/nodes/ports";
import type { GraphDocument } from "./document";
import { graphFormat } from "./format";
import type { Issue } from "./issue";
import { documentMalformed } from "./malformed";
import { migrateConfig } from "./migrate-config";
import { own } from "./record";
import { fail, ok, type Result } from "./result";

/** Lifts a document of one format to the next; its result carries the new `format`. */
export type FormatStep = (document: Record<string, unknown>) => Record<string, unknown>;

/** By the format a step starts from. The first format is the present one, so there is none yet. */
const formatSteps: Readonly<Record<string, FormatStep>> = {};

/**
 * Lifts a document of any known format, step by step, to the present one; one that is there already comes back as
 * it is. The shape inside is left to `parseDocument`.
 */
export function migrateDocument(
  json: unknown,
  steps: Readonly<Record<string, FormatStep>> = formatSteps,
): Result<unknown, Issue[]> {
  let current = json;
  const seen = new Set<string>();
  while (isRecord(current) && current.format !== graphFormat) {
    const format = String(current.format);
    const step = own(steps, format);
    if (!step || seen.has(format)) return fail([documentMalformed(unknownFormat(current.format))]);
    seen.add(format);
    current = step(current);
  }
  if (isRecord(current)) return ok(current);
  return fail([documentMalformed("This is not a graph: it should be a JSON object with a format.")]);
}

/** Lifts every node's config to the present version of its type; shares what did not change. */
export function migrateNodes(document: GraphDocument, definitions: NodeDefinitions): GraphDocument {
  const nodes = Object.entries(document.nodes).map(([id, node]) => {
    const definition = definitionIn(definitions, node.type);
    return [id, definition ? migrateConfig(node, definition) : node] as const;
  });
  const changed = nodes.some(([id, node]) => document.nodes[id] !== node);
  return changed ? { ...document, nodes: Object.fromEntries(nodes) } : document;
}

function unknownFormat(format: unknown): string {
  if (typeof format !== "string") return `This is not a graph: its format should be “${graphFormat}”.`;
  const hint = nearest(format, [graphFormat])
    ? "It may come from a newer version of Signalbox; update to open it."
    : `This version reads “${graphFormat}”.`;
  return `The format “${format.slice(0, 60)}” is not known. ${hint}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
