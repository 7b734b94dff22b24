import type { z } from "zod";
import { writeAudit } from "@/lib/audit/audit";
import type { Transaction } from "@/lib/db/database";
import { admit, type Call } from "./admit";
import type { Api } from "./api";
import { auditEntry } from "./audit-entry";
import type { Endpoint } from "./contract/endpoint";
import type { LimitName } from "./middleware/rate-limit";

interface RawOptions {
  limit?: LimitName;
}

export interface MountOptions<E extends Endpoint> extends RawOptions {
  /**
   * More to keep in the audit log than operation, target and actor; never a secret. `false` where the change
   * keeps a record of its own, e.g. operations on a draft.
   */
  audit?: false | ((call: Call<E>, answer: Answer<E>) => Record<string, unknown>);
}

/** What a handler of an endpoint without an answer returns is dropped. */
type Answer<E extends Endpoint> = E["response"] extends z.ZodType ? z.input<E["response"]> : unknown;

/**
 * Serves an endpoint of the contract. Its answer leaves in the contract's shape, so that a field which is not
 * declared there cannot slip out. An endpoint without an access rule does not compile.
 */
export function mount<E extends Endpoint>(
  api: Api,
  endpoint: E,
  handle: (call: Call<E>) => Promise<Answer<E>>,
  options: MountOptions<E> = {},
): void {
  const { audit } = options;
  const serve = async (call: Call<E>) => {
    const answer = await handle(call);
    if (endpoint.method !== "get" && audit !== false) {
      await writeAudit(api.services.db, auditEntry(endpoint, call, answer, audit?.(call, answer)));
    }
    return respond(endpoint, answer);
  };
  mountRaw(api, endpoint, serve, options);
}

export interface ChangeOptions<E extends Endpoint> extends RawOptions {
  /** More to keep in the audit log than operation, target and actor; never a secret. */
  audit?: (call: Call<E>) => Record<string, unknown>;
  /** Told once the change is kept. */
  afterwards?: (call: Call<E>) => void;
}

/**
 * Like `mount`, for changes that are nothing without their line in the audit log: the handler writes with the
 * transaction it is given, the line is written in the same one, and both are kept or neither.
 */
export function mountChange<E extends Endpoint>(
  api: Api,
  endpoint: E,
  handle: (call: Call<E>, tx: Transaction) => Promise<Answer<E>>,
  options: ChangeOptions<E> = {},
): void {
  const serve = async (call: Call<E>) => {
    const answer = await api.services.db.transaction(async (tx) => {
      const made = await handle(call, tx);
      await writeAudit(tx, auditEntry(endpoint, call, made, options.audit?.(call)));
      return made;
    });
    options.afterwards?.(call);
    return respond(endpoint, answer);
  };
  mountRaw(api, endpoint, serve, options);
}

/** Like `mount`, for handlers that write the response themselves, e.g. a stream. */
export function mountRaw<E extends Endpoint>(
  api: Api,
  endpoint: E,
  handle: (call: Call<E>) => Promise<Response>,
  options: RawOptions = {},
): void {
  api.mounted.push(endpoint);
  const path = `/api/v1${endpoint.path.replace(/\{(\w+)\}/g, ":$1")}`;
  api.app.on(endpoint.method.toUpperCase(), path, async (context) => {
    return handle(await admit(api, endpoint, context, options.limit ?? "general"));
  });
}

/** The answer as the contract declares it. */
export function respond(endpoint: Endpoint, answer: unknown): Response {
  if (!endpoint.response) return new Response(null, { status: 204 });
  return Response.json(endpoint.response.parse(answer));
}
