import { Hono } from "hono";
import { newId } from "@/lib/db/id";
import { report } from "@/lib/errors/report";
import { duringRequest } from "@/lib/log/context";
import { AppError } from "@/workflows/errors/app-error";
import { readTraceContext } from "@/workflows/telemetry/trace-context";
import type { Api, ApiEnv } from "./api";
import type { ApiServices } from "./api-services";
import { createRateLimiter, type RateLimiter } from "./middleware/rate-limit";
import { mountDocs } from "./openapi/docs";
import { problemResponse } from "./problem";
import { mountAgents } from "./routes/agents";
import { mountAnswerLinks } from "./routes/answer-links";
import { mountCalls } from "./routes/call";
import { mountChat } from "./routes/chat";
import { mountCodeTools } from "./routes/code-tools";
import { mountConversations } from "./routes/conversations";
import { mountDashboards } from "./routes/dashboards";
import { mountEgress } from "./routes/egress";
import { mountEvents } from "./routes/events";
import { mountFeedback } from "./routes/feedback";
import { mountFiles } from "./routes/files";
import { mountInterrupts } from "./routes/interrupts";
import { mountKeptAnswers } from "./routes/kept-answers";
import { mountMail } from "./routes/mail";
import { mountModels } from "./routes/models";
import { mountOutgoing } from "./routes/outgoing";
import { mountPrompts } from "./routes/prompts";
import { mountReplay } from "./routes/replay";
import { mountRetention } from "./routes/retention";
import { mountRunLimits } from "./routes/run-limits";
import { mountRunLists } from "./routes/run-lists";
import { mountRuns } from "./routes/runs";
import { mountSession } from "./routes/session";
import { mountStreams } from "./routes/stream";
import { mountSystem } from "./routes/system";
import { mountTelemetry } from "./routes/telemetry";
import { mountTestCases } from "./routes/test-cases";
import { mountTools } from "./routes/tools";
import { mountTrace } from "./routes/trace";
import { mountWorkspace } from "./routes/workspace";

/** The whole HTTP API as one function of a request. */
export function createApi(
  services: ApiServices,
  limit: RateLimiter = createRateLimiter(),
): (request: Request) => Promise<Response> {
  const app = new Hono<ApiEnv>();
  const api: Api = { app, services, limit, mounted: [] };
  addHeaders(app);
  addErrors(app, services);
  mountSession(api);
  mountWorkspace(api);
  mountRetention(api);
  mountRunLimits(api);
  mountAgents(api);
  mountRunLists(api);
  mountRuns(api);
  mountFeedback(api);
  mountConversations(api);
  mountReplay(api);
  mountTestCases(api);
  mountTrace(api);
  mountInterrupts(api);
  mountAnswerLinks(api);
  mountEvents(api);
  mountFiles(api);
  mountModels(api);
  mountKeptAnswers(api);
  mountOutgoing(api);
  mountDashboards(api);
  mountEgress(api);
  mountMail(api);
  mountTelemetry(api);
  mountChat(api);
  mountCalls(api);
  mountStreams(api);
  mountSystem(api);
  mountTools(api);
  mountCodeTools(api);
  mountPrompts(api);
  mountDocs(api);
  return async (request) => app.fetch(request);
}

function addHeaders(app: Hono<ApiEnv>): void {
  app.use(async (context, next) => {
    const requestId = newId("req");
    context.set("requestId", requestId);
    const { traceId } = readTraceContext(context.req.header("traceparent")) ?? {};
    await duringRequest({ requestId, traceId }, next);
    const { headers } = context.res;
    headers.set("x-request-id", requestId);
    headers.set("x-content-type-options", "nosniff");
    // Answers depend on who asks: nothing in between may keep them.
    if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
    const setCookie = context.get("setCookie");
    if (setCookie) headers.append("set-cookie", setCookie);
  });
}

function addErrors(app: Hono<ApiEnv>, services: ApiServices): void {
  app.notFound((context) => {
    const { method, path } = context.req;
    return problemResponse(
      new AppError("not_found", `There is no ${method} ${path}.`),
      context.get("requestId"),
    );
  });
  app.onError((error, context) => {
    const { method, path } = context.req;
    const requestId = context.get("requestId");
    return problemResponse(report(services.log, error, `${method} ${path} ${requestId}`), requestId);
  });
}
