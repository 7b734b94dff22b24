import { createHash, timingSafeEqual } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import { withPatience } from "../patience";

export interface InsiderRules {
  /** METRICS_TOKEN: whoever sends it as a bearer token sees everything. */
  token: string | undefined;
  /** Whether this member may see the whole installation; absent where nobody signs in. */
  maySee?: (actor: Actor) => Promise<boolean>;
  actorOf?: (headers: Headers) => Promise<Actor | null>;
}

/** Health has to be told also when the database that knows people is away. */
const patienceMs = 1_000;

/**
 * Whether the sender may see more than words: hosts, names, counts. Where a request comes from is no proof: a proxy on
 * the same machine makes every stranger local.
 */
export async function isInsider(
  headers: Headers,
  { token, maySee, actorOf }: InsiderRules,
): Promise<boolean> {
  const sent = /^bearer +(\S+)$/i.exec(headers.get("authorization")?.trim() ?? "")?.[1];
  if (sent !== undefined) return token !== undefined && same(sent, token);
  if (!actorOf || !maySee || !headers.has("cookie")) return false;
  const actor = await withPatience(actorOf(headers), patienceMs).catch(() => null);
  return actor !== null && (await withPatience(maySee(actor), patienceMs).catch(() => false));
}

/** Takes the same time whatever is wrong. */
function same(sent: string, token: string): boolean {
  const hash = (value: string) => createHash("sha256").update(value).digest();
  return timingSafeEqual(hash(sent), hash(token));
}
