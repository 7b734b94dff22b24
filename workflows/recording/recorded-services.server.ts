import type { HttpGateway, NodeServices } from "@/workflows/runtime/ports";
import { currentVisit, duringVisit } from "./current-visit.server";
import { hiddenSecret } from "./hide";
import { recorded } from "./recorded.server";
import { recordedAgents } from "./recorded-agents.server";
import { recordedFiles } from "./recorded-files.server";
import { recordedModels, recordedTexts } from "./recorded-models.server";
import { recordedOpenTool } from "./recorded-tool.server";
import { nothingCodec, type Request } from "./visit-recorder.server";

/** The outside world of nodes, with a recording in between. Runs that are not recorded pass through it unchanged. */
export function recordedServices(services: NodeServices): NodeServices {
  const { http, code, agents, secrets, tools, mail, events, store, sql, files } = services;
  return {
    // Kept for this very run: a replay keeps its own.
    personal: services.personal,
    models: recordedModels(services.models),
    texts: recordedTexts(services.texts),
    http: {
      send: (call) => {
        const { method, url, headers, body } = call;
        const request = { method, url, headers: telling(headers), body };
        const asked = () => [`${method} ${url}`, body].filter(Boolean).join("\n\n");
        const target = `${method} ${withoutQuery(url)}`;
        return recorded({ kind: "http", target, request, asked }, () => http.send(call));
      },
    },
    code: {
      run: (call) => {
        const { code: text, input } = call;
        const request = { code: text, input, network: call.http !== undefined };
        const visit = currentVisit();
        // The sandbox calls back from outside the visit.
        const fetched: HttpGateway | undefined = call.http && {
          send: (sent) => duringVisit(visit, () => call.http?.send(sent) ?? http.send(sent)),
        };
        return recorded({ kind: "code", target: "", request, asked: () => text }, () =>
          code.run({ ...call, ...(fetched && { http: fetched }) }),
        );
      },
    },
    agents: recordedAgents(agents),
    secrets: {
      reveal: async (name) => {
        const visit = currentVisit();
        if (visit?.isSealed) return hiddenSecret(name);
        const text = await secrets.reveal(name);
        visit?.secrets.set(text, name);
        return text;
      },
    },
    tools: { open: (id, use) => recordedOpenTool(tools, id, use) },
    mail: {
      send: (call) => {
        const { to, subject, text } = call;
        const request = { to, subject, text };
        return recorded(
          { kind: "mail", target: to.join(", "), request },
          () => mail.send(call),
          nothingCodec,
        );
      },
    },
    events: {
      open: (wish) => recorded({ kind: "event-address", target: "", request: wish }, () => events.open(wish)),
    },
    store: {
      get: (place, key) =>
        recorded(stored("get", place.scope, { key }), () => store.get(place, key), {
          write: (value) => (value === undefined ? {} : { value }),
          read: (json) => (typeof json === "object" && json && "value" in json ? json.value : undefined),
        }),
      list: (place, wish) => recorded(stored("list", place.scope, wish), () => store.list(place, wish)),
      set: (call, put) =>
        recorded(stored("set", call.place.scope, put), () => store.set(call, put), nothingCodec),
      increment: (call, add) =>
        recorded(stored("increment", call.place.scope, add), () => store.increment(call, add)),
      delete: (call, key) =>
        recorded(stored("delete", call.place.scope, { key }), () => store.delete(call, key)),
    },
    sql: {
      query: (call) => {
        const { connection, query, values, write } = call;
        const request = { connection, query, values, write };
        return recorded({ kind: "sql", target: connection, request }, () => sql.query(call));
      },
    },
    files: recordedFiles(files),
  };
}

function stored(operation: string, scope: string, wish: object): Request {
  return { kind: "store", target: `${operation} ${scope}`, request: { operation, scope, ...wish } };
}

/** Headers that are another each time, or hold what is secret, tell no request from another. */
const untelling =
  /^(authorization|cookie|proxy-authorization|idempotency-key|traceparent|tracestate)$|signature|timestamp|webhook-id/i;

function telling(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      untelling.test(name) ? [] : [[name.toLowerCase(), value]],
    ),
  );
}

function withoutQuery(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? url;
}
