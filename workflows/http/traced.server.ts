import { randomUUID } from "node:crypto";
import type { Callbacks } from "@langchain/core/callbacks/manager";
import { getCallbackManagerForConfig } from "@langchain/core/runnables";
import { isAppError } from "@/workflows/errors/app-error";
import type { HttpExchange } from "@/workflows/events/http-exchange";
import { httpEvent } from "@/workflows/events/trace/http-event";
import { duringSpan } from "@/workflows/telemetry/current-span.server";
import type { HttpAnswer, HttpCall } from "./http-call";
import { redact } from "./secrets.server";

/** Who listens to what a node or a tool does: their config, as LangChain hands it on. */
export interface TraceOfCall {
  callbacks?: Callbacks | undefined;
  metadata?: Record<string, unknown>;
}

interface Told {
  spanId: string;
  call: HttpCall;
  secrets: Record<string, string>;
  trace: TraceOfCall | undefined;
}

/** Of a body the trace keeps so many characters. */
const mostOfBody = 64_000;
/** Headers whose values are keys, wherever they come from. */
const secretHeader =
  /^(authorization|proxy-authorization|cookie|set-cookie|x-api-key|api-key|x-auth-token)$/i;

/** Makes an HTTP call and tells the trace what was sent and what came back, without any secret. */
export async function traced(
  given: Omit<Told, "spanId">,
  send: () => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const start = performance.now();
  const told = { ...given, spanId: randomUUID() };
  try {
    const answer = await duringSpan(told.spanId, send);
    await tell(told, performance.now() - start, { response: responseOf(answer, told.secrets) });
    return answer;
  } catch (error) {
    if (isAppError(error)) {
      const message = redact(error.message, told.secrets);
      await tell(told, performance.now() - start, { problem: { code: error.code, message } });
    }
    throw error;
  }
}

async function tell({ spanId, call, secrets, trace }: Told, ms: number, end: Omit<HttpExchange, "request">) {
  if (!trace?.callbacks) return;
  const manager = await getCallbackManagerForConfig({ callbacks: trace.callbacks, metadata: trace.metadata });
  const parentId = manager?.getParentRunId();
  const exchange = { request: requestOf(call, secrets), ...end };
  await manager?.handleCustomEvent?.(
    httpEvent,
    { spanId, ms, exchange, ...(parentId && { parentId }) },
    parentId ?? "",
  );
}

function requestOf(
  { method, url, headers, body }: HttpCall,
  secrets: Record<string, string>,
): HttpExchange["request"] {
  return {
    method,
    url: redact(url, secrets),
    headers: readable(headers, secrets),
    ...(body !== undefined && { body: cut(redact(body, secrets)) }),
  };
}

function responseOf({ status, headers, body }: HttpAnswer, secrets: Record<string, string>) {
  return { status, headers: readable(headers, secrets), body: cut(redact(body, secrets)) };
}

function readable(headers: Record<string, string>, secrets: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      secretHeader.test(name) ? "•••" : redact(value, secrets),
    ]),
  );
}

function cut(body: string): string {
  const more = body.length - mostOfBody;
  return more > 0 ? `${body.slice(0, mostOfBody)}\n… ${more.toLocaleString("en")} characters more` : body;
}
