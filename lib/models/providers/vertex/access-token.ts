import { createHash } from "node:crypto";
import { importPKCS8, SignJWT } from "jose";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Fetch } from "@/lib/egress/guarded-fetch";
import { callFetch, ProviderRefusal } from "../call-fetch";
import type { ServiceAccount } from "./service-account";

const scope = "https://www.googleapis.com/auth/cloud-platform";
const answer = z.looseObject({ access_token: z.string(), expires_in: z.number() });

const tokens = new LRUCache<string, string>({ max: 500 });

/**
 * An access token for a service account, kept until shortly before it ends.
 * @see https://developers.google.com/identity/protocols/oauth2/service-account#httprest
 */
export async function accessToken(
  account: ServiceAccount,
  fetch: Fetch,
  signal: AbortSignal | undefined,
): Promise<string> {
  const name = createHash("sha256").update(`${account.token_uri} ${account.private_key}`).digest("hex");
  const known = tokens.get(name);
  if (known) return known;
  const body = new URLSearchParams({
    grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
    assertion: await assertion(account),
  });
  const response = await callFetch(fetch, signal)(account.token_uri, { method: "POST", body }).catch(refused);
  const { access_token: token, expires_in: seconds } = answer.parse(await response.json());
  tokens.set(name, token, { ttl: Math.max(0, seconds - 60) * 1000 });
  return token;
}

/** Google answers 400 where the account is what is wrong, not the request. */
function refused(error: unknown): never {
  if (!(error instanceof ProviderRefusal) || error.status >= 500 || error.status === 429) throw error;
  throw new ProviderRefusal(401, error.headers, error.message);
}

async function assertion(account: ServiceAccount): Promise<string> {
  const key = await importPKCS8(account.private_key, "RS256");
  const header = {
    alg: "RS256",
    typ: "JWT",
    ...(account.private_key_id ? { kid: account.private_key_id } : {}),
  };
  return new SignJWT({ scope })
    .setProtectedHeader(header)
    .setIssuer(account.client_email)
    .setAudience(account.token_uri)
    .setIssuedAt()
    .setExpirationTime("1h")
    .sign(key);
}
