import type { HttpGateway } from "@/workflows/runtime/ports";
import { traceHeaders, withTraceHeaders } from "@/workflows/telemetry/outgoing-trace.server";
import type { Fetch } from "./guarded-fetch";

/** Tells whoever is called of the trace. Below everything that compares calls: to them it is the same call. */
export function tracedHttp(http: HttpGateway): HttpGateway {
  return { send: (call) => http.send({ ...call, headers: withTraceHeaders(call.headers) }) };
}

/** The same for libraries that bring a request of their own. */
export function tracedFetch(fetch: Fetch): Fetch {
  return (input, init) => {
    const request = new Request(input, init);
    for (const [name, value] of Object.entries(traceHeaders())) request.headers.set(name, value);
    return fetch(request);
  };
}
