import type { HttpGateway } from "@/workflows/runtime/ports";
import type { Egress } from "./egress";
import type { RulesOf } from "./settings";
import { tracedHttp } from "./traced-http";

/** HTTP of one workspace, inside its lists. */
export function workspaceHttp(egress: Egress, rulesOf: RulesOf, workspaceId: string): HttpGateway {
  return {
    send: async (call) => tracedHttp(egress.within(await rulesOf(workspaceId)).http).send(call),
  };
}
