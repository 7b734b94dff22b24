import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Registry } from "prom-client";
import type { Health, HealthPage } from "../health-page";

export interface HealthListenerParts {
  pages: Readonly<Record<string, HealthPage>>;
  metrics: Registry;
  /** Whether the sender may see more than words. */
  isInsider: (headers: Headers) => Promise<boolean>;
  onError: (error: unknown) => void;
}

const metricsPath = "/metrics";

/**
 * Answers the paths of health and metrics, and leaves all others. It stands before everything else that serves, so
 * that it answers also when the screens are slow.
 */
export function healthListener(parts: HealthListenerParts, others: RequestListener): RequestListener {
  return (request, response) => {
    const [path = ""] = (request.url ?? "").split("?");
    const page = Object.hasOwn(parts.pages, path) ? parts.pages[path] : undefined;
    if (!page && path !== metricsPath) {
      others(request, response);
      return;
    }
    if (request.method !== "GET" && request.method !== "HEAD") {
      send(response, 405, { allow: "GET, HEAD" }, "");
      return;
    }
    const answered = page
      ? answerPage(parts, page, request, response)
      : answerMetrics(parts, request, response);
    answered.catch((error: unknown) => {
      parts.onError(error);
      if (!response.headersSent) send(response, 500, {}, "");
    });
  };
}

async function answerPage(
  { isInsider }: HealthListenerParts,
  page: HealthPage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [health, insider] = await Promise.all([page.read(), isInsider(headersOf(request))]);
  sendJson(response, health.ok ? 200 : 503, insider ? health : inWords(health));
}

/** What anybody may know: probes and load balancers need no more. */
function inWords({ ok, checks }: Health): Pick<Health, "ok" | "checks"> {
  return { ok, checks };
}

async function answerMetrics(
  { isInsider, metrics }: HealthListenerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (await isInsider(headersOf(request))) {
    send(response, 200, { "content-type": metrics.contentType }, await metrics.metrics());
    return;
  }
  response.setHeader("www-authenticate", 'Bearer realm="metrics"');
  sendJson(response, 401, {
    code: "unauthenticated",
    message: "Metrics need the installation's token.",
    hint: "Set METRICS_TOKEN and send it as `Authorization: Bearer …`, or sign in as an administrator.",
  });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, { "content-type": "application/json" }, JSON.stringify(body));
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: string): void {
  response.writeHead(status, {
    ...headers,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

function headersOf({ headers }: IncomingMessage): Headers {
  const { authorization, cookie } = headers;
  return new Headers({ ...(authorization && { authorization }), ...(cookie && { cookie }) });
}
