import { serverFault } from "@/lib/resilience/blame";
import type { Breakers } from "@/lib/resilience/breakers";
import type { HttpGateway } from "@/workflows/runtime/ports";

/** HTTP of one workspace with a circuit breaker for each host. */
export function breakingHttp(http: HttpGateway, breakers: Breakers, workspaceId: string): HttpGateway {
  return {
    async send(call) {
      const host = URL.parse(call.url)?.host;
      // What is no address is said by the gateway itself.
      if (!host) return http.send(call);
      const breaker = breakers.of({ kind: "host", workspaceId, id: host, name: host });
      return breaker.run(
        () => http.send(call),
        ({ status, headers }) => serverFault(status, headers["retry-after"]),
      );
    },
  };
}
