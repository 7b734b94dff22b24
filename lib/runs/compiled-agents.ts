import { LRUCache } from "lru-cache";
import { buildGraph } from "@/workflows/compile/build.server";
import { compiledAgent } from "@/workflows/compile/compiled-agent.server";
import { type PlanOptions, plan } from "@/workflows/compile/plan";
import type { GraphDocument } from "@/workflows/graph/document";
import type { AnswersOfAgent } from "@/workflows/graph/kept-answers";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { recordedServices } from "@/workflows/recording/recorded-services.server";
import type { CompiledAgent } from "@/workflows/runtime/graph";
import type { NodeServices } from "@/workflows/runtime/ports";
import type { RunSaver } from "./checkpoint/saver";

/** Compiles a document for a workspace. @throws AppError graph_invalid */
export type CompileAgent = (
  owner: AgentOwner,
  document: GraphDocument,
  options: PlanOptions,
) => Promise<CompiledAgent>;

/** Whose graph it is. */
export interface AgentOwner {
  workspaceId: string;
  agentId: string;
}

/** The compiler of the product: our plan on LangGraph, with the outside world of the workspace. */
export function agentCompiler(
  saver: RunSaver,
  servicesOf: (workspaceId: string, answers: AnswersOfAgent | undefined) => Promise<NodeServices>,
): CompileAgent {
  return async ({ workspaceId, agentId }, document, options) => {
    const settings = document.settings.answers;
    const services = await servicesOf(workspaceId, settings && { agentId, settings });
    const planned = plan(document, nodeDefinitions, options);
    return compiledAgent(planned, buildGraph(planned, recordedServices(services), saver));
  };
}

/** Which graph a run runs: a version is compiled once, and so is a draft's revision. */
export interface GraphSource extends AgentOwner {
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
        return { document, agent: await compile(source, document, source.options) };
      },
    });
  }

  async get(source: GraphSource): Promise<{ document: GraphDocument; agent: CompiledAgent }> {
    const made = await this.cache.fetch(source.key, { context: source });
    if (!made) throw new Error(`No graph was compiled for “${source.key}”.`);
    return made;
  }
}
