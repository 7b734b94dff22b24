import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { getToken } from "next-auth/jwt";
import { z } from "zod";
import { readCookies } from "./cookies";

/** Sign sessions; the same for next-auth, HTTP and the socket handshake. */
export interface SessionSettings {
  secret: string;
  /** Browsers reach us by https: cookies get the `__Secure-` name and attribute. */
  secureCookies: boolean;
}

const claimsSchema = z.object({ sub: z.string(), exp: z.number() });
type Claims = z.infer<typeof claimsSchema>;

/** Opening a cookie takes a hundred times as long as hashing it, and it says the same until it expires. */
const opened = new LRUCache<string, Claims>({ max: 5_000, ttl: 10 * 60_000 });

/** Id of the user whose session cookie these headers carry, if it is valid. */
export async function sessionUserId(headers: Headers, settings: SessionSettings): Promise<string | null> {
  const cookies = readCookies(headers);
  const key = keyOf(cookies, settings);
  const known = opened.get(key);
  if (known) return known.exp * 1_000 > Date.now() ? known.sub : null;
  const token = await getToken({
    // next-auth's type wants a whole request of Next; it reads cookies alone here.
    req: { cookies, headers: {} } as Parameters<typeof getToken>[0]["req"],
    secret: settings.secret,
    secureCookie: settings.secureCookies,
  });
  const claims = claimsSchema.safeParse(token);
  if (claims.success) opened.set(key, claims.data);
  return token?.sub ?? null;
}

/** A long session comes in several cookies. */
function keyOf(cookies: Record<string, string>, { secret, secureCookies }: SessionSettings): string {
  const hash = createHash("sha256").update(`${secureCookies} ${secret}`);
  for (const [name, value] of Object.entries(cookies))
    if (name.includes("session-token")) hash.update(`\n${name}=${value}`);
  return hash.digest("base64");
}
