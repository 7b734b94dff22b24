import type { HttpAnswer, HttpCall } from "@/workflows/http/http-call";
import type { HttpGateway } from "@/workflows/runtime/ports";
import type { Resolve } from "../connector";

/** A call with what tests usually want. */
export function httpCall(url: string, overrides: Partial<HttpCall> = {}): HttpCall {
  return {
    method: "GET",
    url,
    headers: {},
    timeoutMs: 10_000,
    maxBytes: 100_000,
    signal: new AbortController().signal,
    ...overrides,
  };
}

export function sendThrough(
  http: HttpGateway,
  url: string,
  overrides: Partial<HttpCall> = {},
): Promise<HttpAnswer> {
  return http.send(httpCall(url, overrides));
}

/** A name server that knows these names, one list of addresses for each time it is asked; the last one stays. */
export function nameServer(
  names: Readonly<Record<string, readonly string[][]>>,
): Resolve & { asked: string[] } {
  const asked: string[] = [];
  const resolve: Resolve = (hostname, _options, done) => {
    const answers = names[hostname];
    const count = asked.filter((name) => name === hostname).length;
    asked.push(hostname);
    const list = answers?.[Math.min(count, answers.length - 1)];
    if (!list) return done(Object.assign(new Error(`no ${hostname}`), { code: "ENOTFOUND" }), []);
    done(
      null,
      list.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  };
  return Object.assign(resolve, { asked });
}
