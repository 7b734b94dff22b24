import { LRUCache } from "lru-cache";
import { buildGraph } from "@/workflows/compile/build.server";
import { inputToState } from "@/workflows/compile/input.server";
import { outputOf, plainState } from "@/workflows/compile/output.server";
import { type PlanOptions, plan } from "@/workflows/compile/plan";
import { runError } from "@/workflows/compile/run-error.server";
import type { GraphDocument } from "@/workflows/graph/document";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import type { CompiledAgent } from "@/workflows/runtime/graph";
import type { NodeServices } from "@/workflows/runtime/ports";
import type { RunSaver } from "./checkpoint/saver";

/** Compiles a document for a workspace. @throws AppError graph_invalid */
export type CompileAgent = (
  workspaceId: string,
  document: GraphDocument,
  options: PlanOptions,
) => Promise<CompiledAgent>;

/** The compiler of the product: our plan on LangGraph, with the outside world of the workspace. */
export function agentCompiler(
  saver: RunSaver,
  servicesOf: (workspaceId: string) => Promise<NodeServices>,
): CompileAgent {
  return async (workspaceId, document, options) => {
    const planned = plan(document, nodeDefinitions, options);
    return {
      graph: buildGraph(planned, await servicesOf(workspaceId), saver),
      recursionLimit: planned.settings.recursionLimit,
      timeoutMs: planned.settings.timeoutMs,
      durability: planned.settings.durability ?? "sync",
      toState: (input) => inputToState(planned, input),
      explain: (error) => runError(error, planned),
      plainState: (values) => plainState(planned, values),
      outputOf: (values) => outputOf(planned, values),
    };
  };
}

/** Which graph a run runs: a version is compiled once, a draft once per run. */
export interface GraphSource {
  workspaceId: string;
  /** Equal keys name equal documents, for ever. */
  key: string;
  load(): Promise<GraphDocument>;
  /** What of the graph runs: anything but all of it in test runs of a draft only. */
  options: PlanOptions;
}

/** Compiled graphs and their documents, the recently used ones kept. */
export class CompiledAgents {
  private readonly cache: LRUCache<string, { document: GraphDocument; agent: CompiledAgent }, GraphSource>;

  constructor(compile: CompileAgent, max = 200) {
    this.cache = new LRUCache({
      max,
      // Runs that start together wait for one compilation.
      fetchMethod: async (_key, _stale, { context: source }) => {
        const document = await source.load();
        return { document, agent: await compile(source.workspaceId, document, source.options) };
      },
    });
  }

  async get(source: GraphSource): Promise<{ document: GraphDocument; agent: CompiledAgent }> {
    const made = await this.cache.fetch(source.key, { context: source });
    if (!made) throw new Error(`No graph was compiled for “${source.key}”.`);
    return made;
  }
}
