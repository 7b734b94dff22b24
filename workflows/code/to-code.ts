import { plan as planOf } from "@/workflows/compile/plan";
import type { GraphPlan } from "@/workflows/compile/plan-types";
import { readableJson } from "@/workflows/graph/canonical";
import type { GraphDocument } from "@/workflows/graph/document";
import { withoutPins } from "@/workflows/graph/without-pins";
import type { NodeDefinitions } from "@/workflows/nodes/ports";
import type { CodeOptions } from "./code-options";
import type { Files } from "./files";
import { libraryFor } from "./library";
import { documentPath, manifestOf, manifestPath } from "./manifest";
import { mainFile } from "./write/main-file";
import { modelsFile } from "./write/models-file";
import { envFile, gitignoreFile, packageFile, readmeFile, tsconfigFile } from "./write/project-files";
import type { CodeNote } from "./write/scope";
import { writeGraph } from "./write/write-graph";
import type { NodeCode } from "./write/write-nodes";

export interface Code {
  files: Files;
  /** What behaves otherwise than in the product, node by node. */
  notes: CodeNote[];
}

/**
 * A graph as a LangGraph.js project that runs with public packages alone and carries the document without its
 * pins, so that `fromCode` gives the identical one back.
 * @throws AppError graph_invalid
 */
export function toCode(given: GraphDocument, definitions: NodeDefinitions, options: CodeOptions = {}): Code {
  const document = withoutPins(given);
  const plan = planOf(document, definitions);
  const { nodes, files: graph } = writeGraph(plan, definitions);
  const references = new Set(nodes.flatMap((node) => [...node.models]));
  const models = modelsFile(references, options);
  const written: Files = {
    "src/main.ts": mainFile,
    ...graph,
    ...(references.size > 0 ? { "src/models.ts": models.text } : {}),
  };
  const sources = { ...written, ...libraryFor(written) };
  const variables = new Map([...models.env, ...nodes.flatMap((node) => [...node.env])]);
  const notes = [...notesOf(nodes, models.notes), ...leftOut(document, plan)];
  const name = options.packageName ?? "langgraph-agent";
  const facts = {
    title: options.title ?? "LangGraph agent",
    inputs: plan.inputs.map(({ channel }) => channel),
    variables,
    notes,
    titles: Object.fromEntries(Object.entries(document.nodes).map(([id, node]) => [id, node.title])),
  };
  return {
    notes,
    files: {
      "README.md": readmeFile(facts),
      "package.json": packageFile(name, sources),
      "tsconfig.json": tsconfigFile,
      ".env.example": envFile(variables),
      ".gitignore": gitignoreFile,
      ...sources,
      [documentPath]: readableJson(document),
      [manifestPath]: `${JSON.stringify(manifestOf(document, sources, nodeOfFile(nodes)), null, 2)}\n`,
    },
  };
}

/** Nodes that no run can come to, or that are turned off, are in the document and not in the code. */
function leftOut(document: GraphDocument, plan: GraphPlan): CodeNote[] {
  const written = new Set([plan.startId, ...plan.endIds, ...plan.nodes.map(({ id }) => id)]);
  return Object.entries(document.nodes)
    .filter(([id]) => !written.has(id))
    .map(([nodeId, { disabled }]) => ({
      nodeId,
      message: `It has no code: ${disabled ? "it is turned off" : "no run can reach it"}.`,
    }));
}

function notesOf(nodes: readonly NodeCode[], models: ReadonlyMap<string, string>): CodeNote[] {
  return nodes.flatMap((node) => [
    ...[...node.models].flatMap((reference) => {
      const message = models.get(reference);
      return message ? [{ nodeId: node.id, message }] : [];
    }),
    ...node.notes,
  ]);
}

function nodeOfFile(nodes: readonly NodeCode[]): ReadonlyMap<string, string> {
  return new Map(nodes.flatMap((node) => Object.keys(node.files).map((path) => [path, node.id] as const)));
}
