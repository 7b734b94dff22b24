import { AppError } from "@/workflows/errors/app-error";
import type { HttpAnswer } from "@/workflows/http/http-call";

export interface Request {
  method: string;
  url: string;
  query?: readonly (readonly [string, string])[];
  headers?: Readonly<Record<string, string>>;
  body?: string;
  timeoutMs: number;
  maxBytes: number;
  signal?: AbortSignal | undefined;
}

/** Sends one HTTP request. @throws AppError http_failed, http_too_large */
export async function request(call: Request): Promise<HttpAnswer> {
  const url = addressOf(call);
  const limit = AbortSignal.timeout(call.timeoutMs);
  try {
    const response = await fetch(url, {
      method: call.method,
      headers: call.headers,
      body: call.body,
      signal: call.signal ? AbortSignal.any([call.signal, limit]) : limit,
    });
    const body = await readBody(response, call.maxBytes);
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body,
      url: response.url,
    };
  } catch (error) {
    if (error instanceof AppError || call.signal?.aborted) throw error;
    throw new AppError(
      "http_failed",
      `${url.host} did not answer: ${reasonOf(error)}.`,
      {},
      { cause: error },
    );
  }
}

/** Text of a JSON body, checked. @throws AppError http_failed */
export function jsonBody(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch (error) {
    throw new AppError(
      "http_failed",
      `The body is not JSON after the values were filled in: ${reasonOf(error)}`,
    );
  }
}

function addressOf({ url: text, query = [] }: Request): URL {
  if (!URL.canParse(text)) throw new AppError("http_failed", "The address is not a valid URL.");
  const url = new URL(text);
  for (const [name, value] of query) url.searchParams.append(name, value);
  return url;
}

async function readBody(response: Response, maxBytes: number): Promise<string> {
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength <= maxBytes) return new TextDecoder().decode(bytes);
  throw new AppError("http_too_large", `The response is larger than ${maxBytes} bytes.`);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
