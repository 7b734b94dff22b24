import { LRUCache } from "lru-cache";
import type { Agent } from "undici";
import type { HttpGateway } from "@/workflows/runtime/ports";
import { type AgentOptions, createGuardedAgent } from "./connector";
import { createGuardedFetch, type Fetch } from "./guarded-fetch";
import { createHttpGateway } from "./http-gateway";
import { parsePolicy } from "./policy";

const providerAnswerLimit = 64 * 1024 * 1024;

export interface Egress {
  /** For HTTP nodes and tools: only what the installation's settings allow. */
  http: HttpGateway;
  /**
   * For one model connection. `allow` names its own base URL (`host:port`) where a person with permission
   * decided that it may be private; redirects elsewhere are judged like any other call.
   */
  fetchFor(allow: readonly string[]): Fetch;
  close(): Promise<void>;
}

/**
 * The one way out of the process for addresses that people type in.
 * @param allowed what the installation opens beside public addresses (ALLOW_PRIVATE_NETWORK)
 */
export function createEgress(allowed: readonly string[], options: AgentOptions = {}): Egress {
  const agentFor = (allow: readonly string[]): Agent =>
    createGuardedAgent(parsePolicy([...allowed, ...allow]), options);
  const shared = agentFor([]);
  // Each set of permissions has sockets of its own: an open one must not serve a caller who lacks them.
  const agents = new LRUCache<string, Agent>({
    max: 100,
    dispose: (agent) => void agent.close(),
  });
  return {
    http: createHttpGateway(shared),
    fetchFor(allow) {
      if (allow.length === 0) return createGuardedFetch(() => shared, providerAnswerLimit);
      const key = [...allow].sort().join(" ");
      return createGuardedFetch(() => {
        const agent = agents.get(key) ?? agentFor(allow);
        agents.set(key, agent);
        return agent;
      }, providerAnswerLimit);
    },
    async close() {
      await Promise.all([shared.destroy(), ...[...agents.values()].map((agent) => agent.destroy())]);
    },
  };
}
