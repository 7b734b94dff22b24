import { AppError, isAppError } from "@/workflows/errors/app-error";
import type { ExpressionState } from "@/workflows/expressions/evaluate";
import { renderTemplate } from "@/workflows/expressions/template";
import type { HttpAnswer } from "@/workflows/http/http-call";
import type { NodeServices } from "@/workflows/runtime/ports";
import { isUnsafe } from "./methods";
import type { Pair } from "./pair";
import { renderUrl } from "./render-url";
import { redact, revealSecrets } from "./secrets.server";
import { type TraceOfCall, traced } from "./traced.server";

/** A request as a person describes it: templates, not yet values. */
export interface RequestTemplate {
  method: string;
  url: string;
  query: readonly Pair[];
  headers: readonly Pair[];
  /** The body's text, already made, and its media type. */
  body?: { text: string; type: string };
  timeoutMs: number;
  maxBytes: number;
  alone?: boolean;
  /** Stable over every repetition of this call; a server that knows the header `Idempotency-Key` acts on it once. */
  callKey: string;
}

/**
 * Fills in the templates and sends the request. Secrets exist only inside this call: neither the answer's address nor
 * an error's text carries them on.
 * @throws AppError egress_refused, http_failed, http_too_large, expression_failed, not_found
 */
export async function sendRequest(
  template: RequestTemplate,
  state: ExpressionState,
  services: NodeServices,
  signal: AbortSignal,
  trace?: TraceOfCall,
): Promise<HttpAnswer> {
  const texts = [
    template.url,
    ...template.query.map((pair) => pair.value),
    ...template.headers.map((pair) => pair.value),
  ];
  const secrets = await revealSecrets(texts, services.secrets);
  try {
    const call = {
      method: template.method,
      ...address(template, { ...state, secrets }),
      ...(template.body ? { body: template.body.text } : {}),
      timeoutMs: template.timeoutMs,
      maxBytes: template.maxBytes,
      ...(template.alone ? { alone: true } : {}),
      signal,
    };
    const answer = await traced({ call, secrets, trace }, () => services.http.send(call));
    return { ...answer, url: redact(answer.url, secrets) };
  } catch (error) {
    throw isAppError(error) ? redacted(error, secrets) : error;
  }
}

function address(
  template: RequestTemplate,
  state: ExpressionState,
): { url: string; headers: Record<string, string> } {
  const url = withQuery(renderUrl(template.url, state), template.query, state);
  const given = template.headers.map(
    (pair) => [pair.name.toLowerCase(), renderTemplate(pair.value, state)] as const,
  );
  const type = template.body ? [["content-type", template.body.type] as const] : [];
  const key = isUnsafe(template.method) ? [["idempotency-key", template.callKey] as const] : [];
  return { url, headers: Object.fromEntries([...type, ...key, ...given]) };
}

function withQuery(text: string, query: readonly Pair[], state: ExpressionState): string {
  if (query.length === 0) return text;
  const url = readUrl(text);
  for (const pair of query) url.searchParams.append(pair.name, renderTemplate(pair.value, state));
  return url.href;
}

function readUrl(text: string): URL {
  if (URL.canParse(text)) return new URL(text);
  throw new AppError("http_failed", "The address is not a valid URL.", {
    field: "url",
    hint: "Begin it with https:// and check the values that are filled in.",
  });
}

function redacted(error: AppError, secrets: Record<string, string>): AppError {
  const message = redact(error.message, secrets);
  return message === error.message ? error : new AppError(error.code, message, error.details);
}
