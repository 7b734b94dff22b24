import { type GraphDocument, graphDocumentSchema } from "@/workflows/graph/document";
import { graphAsJson, mapInnerGraphs } from "@/workflows/graph/inner-graphs";
import { isJsonObject, type Json, type JsonObject } from "@/workflows/graph/json";
import type { Node } from "@/workflows/graph/node";
import { isGraph } from "@/workflows/graph/subgraph";
import { boundText } from "./bound";
import { type PlacedUse, type PromptUse, usesIn } from "./prompt-use";

/** The text of a version of the library. */
export interface PromptText {
  number: number;
  text: string;
}

/** Every prompt of the library that a graph refers to, and those of the graphs inside its nodes. */
export function promptsUsed(document: Pick<GraphDocument, "nodes">): PromptUse[] {
  return Object.values(document.nodes).flatMap(({ config }) => [
    ...usesIn(config).map(({ use }) => use),
    ...Object.values(config).flatMap((value) => {
      const inner = isGraph(value) ? graphDocumentSchema.safeParse(value) : undefined;
      return inner?.success ? promptsUsed(inner.data) : [];
    }),
  ]);
}

/**
 * The graph with the texts of the library in place of what refers to them, each marked with its version: it means the
 * same whatever becomes of the library.
 * @param textOf the version that a reference asks for; what it does not give stays as it is
 */
export function filled(
  document: GraphDocument,
  textOf: (use: PromptUse) => PromptText | undefined,
): GraphDocument {
  return mapNodes(document, (config) => {
    const edits = usesIn(config).flatMap((placed) => filledField(config, placed, textOf(placed.use)));
    return edits.length === 0 ? config : { ...config, ...Object.fromEntries(edits) };
  });
}

function filledField(
  config: JsonObject,
  { field, fills, use }: PlacedUse,
  found: PromptText | undefined,
): [string, Json][] {
  const reference = config[field];
  if (!found || !isJsonObject(reference)) return [];
  const bindings = new Map(use.variables.map(({ name, value }) => [name, value]));
  return [
    [fills, boundText(found.text, bindings)],
    [field, { ...reference, filled: found.number }],
  ];
}

/** The graph as it is drawn: without the texts that it was filled with, or that were written before. */
export function unfilled(document: GraphDocument): GraphDocument {
  return mapNodes(document, (config) => {
    const placed = usesIn(config);
    if (!placed.some(({ fills, use }) => fills in config || use.filled !== undefined)) return config;
    const texts = new Set(placed.map(({ fills }) => fills));
    const references = new Set(placed.map(({ field }) => field));
    return Object.fromEntries(
      Object.entries(config)
        .filter(([key]) => !texts.has(key))
        .map(([key, value]) => [key, references.has(key) ? withoutMark(value) : value]),
    );
  });
}

function withoutMark(reference: Json): Json {
  if (!isJsonObject(reference)) return reference;
  const { filled: _filled, ...rest } = reference;
  return rest;
}

/** What a graph was filled with, as `<prompt>@<version>`, each once. */
export function filledWith(document: Pick<GraphDocument, "nodes">): string[] {
  const names = promptsUsed(document).flatMap(({ prompt, filled: version }) =>
    version === undefined ? [] : [`${prompt}@${version}`],
  );
  return [...new Set(names)].sort();
}

/** The graph with the settings of its nodes, and of those inside them, changed; shares what stays the same. */
function mapNodes(document: GraphDocument, change: (config: JsonObject) => JsonObject): GraphDocument {
  const inner = mapInnerGraphs(document, (graph) => {
    const parsed = graphDocumentSchema.safeParse(graph);
    if (!parsed.success) return graph;
    const changed = mapNodes(parsed.data, change);
    return changed === parsed.data ? graph : graphAsJson(changed);
  });
  const nodes = Object.entries(inner.nodes).map(([id, node]): [string, Node] => {
    const config = change(node.config);
    return [id, config === node.config ? node : { ...node, config }];
  });
  const same = nodes.every(([id, node]) => inner.nodes[id] === node);
  return same ? inner : { ...inner, nodes: Object.fromEntries(nodes) };
}
