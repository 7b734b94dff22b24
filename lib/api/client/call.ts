import { nanoid } from "nanoid";
import type { CallInput, CallOutput, Endpoint } from "../contract/endpoint";
import type { Problem } from "../contract/problem";
import type { Address } from "./address";
import { isProblem } from "./is-problem";

/** A refusal of the API, with the problem document it sent. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  constructor(readonly problem: Problem) {
    super(problem.hint ? `${problem.detail} ${problem.hint}` : problem.detail);
  }
}

type Scalar = string | number | boolean | null | undefined;

interface Parts {
  params?: Record<string, Scalar>;
  query?: Record<string, Scalar>;
  body?: unknown;
}

type Called = Endpoint | Address<Endpoint>;

interface CallOptions {
  signal?: AbortSignal;
  /** The call outlives the page that makes it; bodies up to 64 kB (Fetch standard). */
  keepalive?: boolean;
  /** How requests are sent, for callers outside a browser. The path has no host. */
  fetch?: (path: string, init: RequestInit) => Promise<Response>;
}

/**
 * Calls an endpoint of the contract from the browser, with the session cookie.
 * @throws ApiProblem when the server refuses or cannot be reached (code `unavailable`)
 */
export async function call<E extends Endpoint>(
  endpoint: E | Address<E>,
  input: CallInput<E> & Parts,
  options: CallOptions = {},
): Promise<CallOutput<E>> {
  const response = await send(endpoint, input, options);
  if (!response.ok) throw new ApiProblem(await readProblem(response));
  const body: unknown = response.status === 204 ? undefined : await response.json();
  // The server validates every answer against the same contract, so the browser needs no second parse.
  return body as CallOutput<E>;
}

/** Waits before a call is made again whose answer was lost, milliseconds. */
const againAfter = [300, 1_000];

/** A call that carries a key cannot act twice, so it is made again when nobody knows what became of it. */
async function send(endpoint: Called, parts: Parts, options: CallOptions): Promise<Response> {
  if (!endpoint.once) return sendOnce(endpoint, parts, options);
  const headers = { "idempotency-key": nanoid() };
  for (const wait of againAfter) {
    try {
      return await sendOnce(endpoint, parts, options, headers);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return sendOnce(endpoint, parts, options, headers);
}

async function sendOnce(
  endpoint: Called,
  parts: Parts,
  options: CallOptions,
  headers: Record<string, string> = {},
): Promise<Response> {
  const { signal, keepalive, fetch = globalThis.fetch } = options;
  try {
    return await fetch(urlOf(endpoint, parts), {
      method: endpoint.method.toUpperCase(),
      credentials: "same-origin",
      headers: { ...headers, ...(endpoint.body && { "content-type": "application/json" }) },
      body: endpoint.body ? JSON.stringify(parts.body ?? {}) : undefined,
      signal,
      keepalive,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem({
      type: "about:blank",
      title: "Server not reached",
      status: 0,
      code: "unavailable",
      detail: "The server cannot be reached. Check the connection and try again.",
    });
  }
}

/** Address of an endpoint with its parameters and query filled in. */
export function urlOf(endpoint: Called, parts: Parts): string {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(parts.params?.[name] ?? "")),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts.query ?? {})) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  return `/api/v1${path}${query.size > 0 ? `?${query}` : ""}`;
}

async function readProblem(response: Response): Promise<Problem> {
  const said: unknown = await response.json().catch(() => null);
  if (isProblem(said)) return said;
  return {
    type: "about:blank",
    title: response.statusText || "Error",
    status: response.status,
    code: "internal",
    detail: `The server answered ${response.status} without saying why. Try again; the server's log knows more.`,
  };
}
