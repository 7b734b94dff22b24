import type { SourceSettings } from "@/lib/api/contract/tools";
import { breakingHttp } from "@/lib/egress/breaking-http";
import type { Egress } from "@/lib/egress/egress";
import type { Fetch } from "@/lib/egress/guarded-fetch";
import type { RulesOf } from "@/lib/egress/settings";
import { tracedFetch, tracedHttp } from "@/lib/egress/traced-http";
import { serverFault } from "@/lib/resilience/blame";
import type { Breakers } from "@/lib/resilience/breakers";
import type { CodeSandboxPool } from "@/lib/sandbox/code-sandbox";
import type { SecretStore } from "@/lib/secrets/secret-store";
import { credentialsOf } from "./credentials";
import { hostOf } from "./host-of";
import type { Reach } from "./kinds/kind";
import type { McpCommands } from "./kinds/mcp/command-settings";
import type { Grants } from "./oauth/grants";

export interface WayToSources {
  egress: Egress;
  rulesOf: RulesOf;
  breakers: Breakers;
  secrets: SecretStore;
  sandbox: CodeSandboxPool;
  commands: McpCommands;
  grants: Grants;
}

/**
 * How a source is called: inside the lists of its workspace, with a breaker for each host. An administrator may have
 * opened a private address of its own for it, never more than the operator does otherwise.
 * @throws AppError not_found where its secret is gone
 */
export async function reachOf(
  { egress, rulesOf, breakers, secrets, sandbox, commands, grants }: WayToSources,
  workspaceId: string,
  settings: SourceSettings,
  onStderr: Reach["onStderr"] = () => {},
): Promise<Reach> {
  const way = egress.within(await rulesOf(workspaceId));
  const allow = settings.allowPrivate ? hostsOf(settings) : [];
  return {
    http: breakingHttp(tracedHttp(way.httpFor(allow)), breakers, workspaceId),
    fetch: breakingFetch(tracedFetch(way.fetchFor(allow)), breakers, workspaceId),
    sandbox: sandbox.of(workspaceId),
    commands,
    onStderr,
    ...(settings.auth.type === "oauth" && { signIn: grants.provider(workspaceId, settings.auth.grant) }),
    credentials: await credentialsOf(settings.auth, secrets.gateway(workspaceId)),
  };
}

function hostsOf({ address, describedAt }: SourceSettings): string[] {
  return [address, describedAt].flatMap((text) => (text && URL.canParse(text) ? [hostOf(text)] : []));
}

function breakingFetch(fetch: Fetch, breakers: Breakers, workspaceId: string): Fetch {
  return async (input, init) => {
    const { host } = new URL(input instanceof Request ? input.url : input);
    const breaker = breakers.of({ kind: "host", workspaceId, id: host, name: host });
    return breaker.run(
      () => fetch(input, init),
      ({ status, headers }) => serverFault(status, headers.get("retry-after") ?? undefined),
    );
  };
}
