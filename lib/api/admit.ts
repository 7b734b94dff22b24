import type { Actor } from "@/lib/auth/actor";
import type { Api, ApiContext } from "./api";
import { type CallerOf, callerOf } from "./caller";
import type { Endpoint, HandlerInput } from "./contract/endpoint";
import { clientAddress } from "./middleware/client-address";
import type { LimitName } from "./middleware/rate-limit";
import { readJson, readJsonWithFiles } from "./middleware/read-json";
import { requireSameOrigin } from "./middleware/same-origin";
import { validate } from "./middleware/validate";
import { resolveChat } from "./resolve-chat";

/** A request after every check: its input as the contract says, and who sent it. */
export type Call<E extends Endpoint> = HandlerInput<E> & {
  caller: CallerOf<E["access"]>;
  request: Request;
};

/**
 * Everything that stands between a request and a handler, in this order: origin, rate, access, input.
 * @throws AppError with the reason to turn it away
 */
export async function admit<E extends Endpoint>(
  api: Api,
  endpoint: E,
  context: ApiContext,
  limit: LimitName,
): Promise<Call<E>> {
  const request = context.req.raw;
  requireSameOrigin(endpoint.method, request.headers, api.services.publicUrl);
  const actor = await api.services.actorOf(request.headers);
  api.limit(limitFor(endpoint, actor, limit), limitKey(actor, request.headers));
  const caller = await callerOf(endpoint, actor, (known) => resolveChat(api, context, known));
  const input = await readInput(endpoint, context);
  // Each part was parsed by the schema, and the caller proven by the rule, that Call derives its type from.
  return { ...input, caller, request } as Call<E>;
}

/** What strangers start costs the owner of the agent, so they may do less of it. */
function limitFor(endpoint: Endpoint, actor: Actor | null, limit: LimitName): LimitName {
  const isStranger = !actor || actor.kind === "visitor";
  return isStranger && endpoint.access === "chat" && endpoint.method !== "get" ? "visitor" : limit;
}

/** People without an account share their address's bucket: a visitor cookie is too easily thrown away. */
function limitKey(actor: Actor | null, headers: Headers): string {
  if (actor?.kind === "member") return actor.userId;
  if (actor?.kind === "key") return actor.keyId;
  return clientAddress(headers);
}

const bodyOf = ({ files }: Endpoint, request: Request) =>
  files ? readJsonWithFiles(request) : readJson(request);

async function readInput(endpoint: Endpoint, context: ApiContext): Promise<Record<string, unknown>> {
  const input: Record<string, unknown> = {};
  if (endpoint.params) input.params = validate(endpoint.params, context.req.param());
  if (endpoint.query) input.query = validate(endpoint.query, context.req.query());
  if (endpoint.body) input.body = validate(endpoint.body, await bodyOf(endpoint, context.req.raw));
  return input;
}
