import type { NextAuthOptions } from "next-auth";
import { createRateLimiter } from "@/lib/api/middleware/rate-limit";
import { createAuthOptions } from "@/lib/auth/next-auth/options";
import { oauthProviders } from "@/lib/auth/next-auth/providers";
import { createActorResolver, type ResolveActor } from "@/lib/auth/resolve-actor";
import { createVisitors, type Visitors } from "@/lib/auth/visitor";
import type { Core } from "./core";

/** Everything about who is asking. */
export interface Identity {
  authOptions: NextAuthOptions;
  actorOf: ResolveActor;
  visitors: Visitors;
  /** Sign-in buttons beside the password form. */
  providers: { id: string; name: string }[];
}

export function createIdentity({ env, log, database, sessionSecret }: Core): Identity {
  const secureCookies = env.publicUrl?.startsWith("https://") ?? false;
  const session = { secret: sessionSecret, secureCookies };
  const visitors = createVisitors(sessionSecret, secureCookies);
  tellNextAuth(env.publicUrl);
  return {
    authOptions: createAuthOptions({ db: database.db, env, log, limit: createRateLimiter(), session }),
    actorOf: createActorResolver(database.db, session, visitors),
    visitors,
    providers: oauthProviders(env).map(({ id, name }) => ({ id, name })),
  };
}

/** next-auth reads its own address from the environment alone: the public one, else each request's Host. */
function tellNextAuth(publicUrl: string | undefined): void {
  if (publicUrl) process.env.NEXTAUTH_URL = publicUrl;
  else process.env.AUTH_TRUST_HOST = "true";
}
