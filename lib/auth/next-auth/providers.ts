import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import type { Env } from "@/lib/env";

/** What a provider told about a person, in one shape. */
export interface ProviderProfile {
  id: string;
  name: string;
  /** Only an address that the provider has verified; anything else could be somebody else's. */
  email: string | null;
}

/** Sign-in buttons in the order in which they are shown. */
export function oauthProviders(env: Env): OAuthConfig<unknown>[] {
  return [
    ...(env.github ? [github(env.github)] : []),
    ...(env.google ? [google(env.google)] : []),
    ...(env.oidc ? [oidc(env.oidc)] : []),
  ];
}

const claims = z.object({
  sub: z.string(),
  name: z.string().nullish(),
  preferred_username: z.string().nullish(),
  email: z.string().nullish(),
  email_verified: z.union([z.boolean(), z.string().transform((text) => text === "true")]).nullish(),
});

function profileOfClaims(raw: unknown): ProviderProfile {
  const found = claims.parse(raw);
  return {
    id: found.sub,
    name: found.name ?? found.preferred_username ?? found.email ?? "Member",
    email: found.email && found.email_verified ? found.email : null,
  };
}

function oidc(client: NonNullable<Env["oidc"]>): OAuthConfig<unknown> {
  return {
    id: "oidc",
    name: client.name,
    type: "oauth",
    wellKnown: `${client.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: client.id,
    clientSecret: client.secret,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    profile: profileOfClaims,
  };
}

function google(client: NonNullable<Env["google"]>): OAuthConfig<unknown> {
  return { ...oidc({ ...client, issuer: "https://accounts.google.com", name: "Google" }), id: "google" };
}

const gitHubUser = z.object({ id: z.number(), login: z.string(), name: z.string().nullish() });
const gitHubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** GitHub speaks OAuth without OpenID; its user carries no word on whether the address is verified. */
function github(client: NonNullable<Env["github"]>): OAuthConfig<unknown> {
  return {
    id: "github",
    name: "GitHub",
    type: "oauth",
    clientId: client.id,
    clientSecret: client.secret,
    checks: ["pkce", "state"],
    authorization: {
      url: "https://github.com/login/oauth/authorize",
      params: { scope: "read:user user:email" },
    },
    token: "https://github.com/login/oauth/access_token",
    userinfo: {
      url: "https://api.github.com/user",
      request: async ({ tokens }) => {
        const ask = (path: string) => askGitHub(path, tokens.access_token ?? "");
        const user = gitHubUser.parse(await ask("/user"));
        const emails = gitHubEmails.parse(await ask("/user/emails"));
        const email = emails.find((entry) => entry.primary && entry.verified)?.email;
        return { sub: String(user.id), name: user.name ?? user.login, email, email_verified: Boolean(email) };
      },
    },
    profile: profileOfClaims,
  };
}

async function askGitHub(path: string, token: string): Promise<unknown> {
  const answer = await fetch(`https://api.github.com${path}`, {
    headers: { authorization: `Bearer ${token}`, accept: "application/vnd.github+json" },
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) throw new Error(`GitHub answered ${answer.status} to ${path}`);
  return answer.json();
}
