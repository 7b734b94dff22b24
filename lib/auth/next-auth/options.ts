import type { NextAuthOptions } from "next-auth";
import type { RateLimiter } from "@/lib/api/middleware/rate-limit";
import type { Database } from "@/lib/db/database";
import type { Env } from "@/lib/env";
import type { Log } from "@/lib/log/log";
import { isAppError } from "@/workflows/errors/app-error";
import { userOfIdentity } from "../identities";
import type { SessionSettings } from "../session-user";
import { credentialsProvider } from "./credentials";
import { oauthProviders, type ProviderProfile } from "./providers";

export interface AuthDependencies {
  db: Database;
  env: Env;
  log: Log;
  limit: RateLimiter;
  session: SessionSettings;
}

/** What app/api/auth mounts. Sessions are signed cookies that hold the user's id and nothing to decide by. */
export function createAuthOptions({ db, env, log, limit, session }: AuthDependencies): NextAuthOptions {
  return {
    secret: session.secret,
    useSecureCookies: session.secureCookies,
    session: { strategy: "jwt" },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [credentialsProvider(db, limit), ...oauthProviders(env)],
    callbacks: {
      async signIn({ user, account }) {
        if (account?.type !== "oauth") return true;
        return isWelcome(() => userOfIdentity(db, account.provider, toProfile(user)), log);
      },
      async jwt({ token, user, account }) {
        if (account?.type === "oauth")
          token.sub = (await userOfIdentity(db, account.provider, toProfile(user))).id;
        return token;
      },
    },
    logger: {
      error: (code, metadata) => log.warn({ code, metadata }, "sign-in failed"),
      warn: (code) => log.debug({ code }, "next-auth warning"),
      debug: () => {},
    },
  };
}

/** next-auth hands on what a provider's `profile` returned. */
function toProfile(user: { id: string; name?: string | null; email?: string | null }): ProviderProfile {
  return { id: user.id, name: user.name ?? "Member", email: user.email ?? null };
}

async function isWelcome(find: () => Promise<unknown>, log: Log): Promise<boolean> {
  try {
    await find();
    return true;
  } catch (error) {
    if (!isAppError(error)) throw error;
    log.info({ code: error.code }, `sign-in refused: ${error.message}`);
    return false;
  }
}
