import type { Socket } from "node:net";
import { LRUCache } from "lru-cache";
import type { Agent } from "undici";
import type { HttpGateway } from "@/workflows/runtime/ports";
import { type AgentOptions, createGuardedAgent } from "./connector";
import { type GuardedAddress, guardedAddress } from "./guarded-address";
import { createGuardedFetch, type Fetch } from "./guarded-fetch";
import { openGuardedSocket, type Place } from "./guarded-socket";
import { createHttpGateway } from "./http-gateway";
import { createJudge } from "./judge";
import { parsePolicy } from "./policy";
import { type EgressRules, noRules, type Rule } from "./rule";

const providerAnswerLimit = 64 * 1024 * 1024;

export interface WayOut {
  /** For HTTP nodes, tools and code: only what the installation's settings allow. */
  http: HttpGateway;
  /** The same for one tool source; `allow` as in `fetchFor`. */
  httpFor(allow: readonly string[]): HttpGateway;
  /**
   * For one model connection or tool source. `allow` names its own base URL (`host:port`) where a person with permission
   * decided that it may be private; redirects elsewhere are judged like any other call.
   */
  fetchFor(allow: readonly string[]): Fetch;
  /**
   * A plain connection for mail servers and databases, with the same permissions.
   * @throws AppError egress_refused, http_failed
   */
  socketTo(place: Place, allow: readonly string[]): Promise<Socket>;
  /**
   * An address of a place that may be called, for libraries that open connections themselves: they are given that very
   * address.
   * @throws AppError egress_refused, http_failed
   */
  addressOf(place: Place, allow: readonly string[]): Promise<GuardedAddress>;
}

export interface Egress extends WayOut {
  /** The same, narrowed by a workspace's lists. */
  within(rules: EgressRules): WayOut;
  close(): Promise<void>;
}

/**
 * The one way out of the process for addresses that people type in.
 * @param allowed what the installation opens beside public addresses (ALLOW_PRIVATE_NETWORK)
 */
export function createEgress(allowed: readonly string[], options: AgentOptions = {}): Egress {
  // Entries that cannot be read stop the start, not the first call.
  const policy = parsePolicy(allowed);
  // Each set of permissions has sockets of its own: an open one must not serve a caller who lacks them.
  const agents = new LRUCache<string, Agent>({
    max: 100,
    dispose: (agent) => void agent.close(),
  });

  const judgeFor = (allow: readonly string[], rules: EgressRules) =>
    createJudge({ policy, own: parsePolicy(allow), rules });

  function agentFor(allow: readonly string[], rules: EgressRules): Agent {
    const key = JSON.stringify([[...allow].sort(), textsOf(rules.allow), textsOf(rules.deny)]);
    const known = agents.get(key);
    if (known) return known;
    const agent = createGuardedAgent(judgeFor(allow, rules), options);
    agents.set(key, agent);
    return agent;
  }

  const within = (rules: EgressRules): WayOut => ({
    http: createHttpGateway(() => agentFor([], rules)),
    httpFor: (allow) => createHttpGateway(() => agentFor(allow, rules)),
    fetchFor: (allow) => createGuardedFetch(() => agentFor(allow, rules), providerAnswerLimit),
    socketTo: (place, allow) => openGuardedSocket(judgeFor(allow, rules), place, options),
    addressOf: (place, allow) => guardedAddress(judgeFor(allow, rules), place, options.resolve),
  });

  return {
    ...within(noRules),
    within,
    async close() {
      await Promise.all([...agents.values()].map((agent) => agent.destroy()));
    },
  };
}

const textsOf = (rules: readonly Rule[]) => rules.map(({ text }) => text).sort();
