import { Hono } from "hono";
import { newId } from "@/lib/db/id";
import { report } from "@/lib/errors/report";
import { AppError } from "@/workflows/errors/app-error";
import type { Api, ApiEnv } from "./api";
import type { ApiServices } from "./api-services";
import { createRateLimiter, type RateLimiter } from "./middleware/rate-limit";
import { mountDocs } from "./openapi/docs";
import { problemResponse } from "./problem";
import { mountAgents } from "./routes/agents";
import { mountCalls } from "./routes/call";
import { mountChat } from "./routes/chat";
import { mountInterrupts } from "./routes/interrupts";
import { mountModels } from "./routes/models";
import { mountOutgoing } from "./routes/outgoing";
import { mountRetention } from "./routes/retention";
import { mountRunLimits } from "./routes/run-limits";
import { mountRuns } from "./routes/runs";
import { mountSession } from "./routes/session";
import { mountStreams } from "./routes/stream";
import { mountSystem } from "./routes/system";
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
  mountRuns(api);
  mountInterrupts(api);
  mountModels(api);
  mountOutgoing(api);
  mountChat(api);
  mountCalls(api);
  mountStreams(api);
  mountSystem(api);
  mountDocs(api);
  return async (request) => app.fetch(request);
}

function addHeaders(app: Hono<ApiEnv>): void {
  app.use(async (context, next) => {
    const requestId = newId("req");
    context.set("requestId", requestId);
    await next();
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
