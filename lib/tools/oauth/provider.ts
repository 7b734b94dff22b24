import { randomBytes } from "node:crypto";
import type { OAuthClientProvider } from "@modelcontextprotocol/client";
import type { Keep, Memory } from "./memory";

interface ProviderOptions {
  /** Of the sign-in. */
  id: string;
  keep: Keep;
  redirectUrl: string;
  /** Somebody has to go there to allow it; where nobody can, it throws. */
  onRedirect: (url: URL) => void;
}

/**
 * A sign-in as the SDK wants it: authorization code with PKCE, registration as a public client, refresh. Everything is read
 * when it is asked for, so that a token which another process has renewed is the one that is sent.
 */
export function oauthProvider({ id, keep, redirectUrl, onRedirect }: ProviderOptions): OAuthClientProvider {
  const set = (change: Partial<Memory>) => keep.change((memory) => ({ ...memory, ...change }));
  let used: string | undefined;
  return {
    redirectUrl,
    clientMetadata: {
      client_name: "Signalbox",
      redirect_uris: [redirectUrl],
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
      token_endpoint_auth_method: "none",
    },
    async state() {
      // It names the sign-in that it belongs to: what comes back brings nothing else that does.
      const state = `${id}.${randomBytes(24).toString("base64url")}`;
      await set({ state });
      return state;
    },
    clientInformation: async () => (await keep.read()).client,
    saveClientInformation: (client) => set({ client }),
    async tokens() {
      const { tokens } = await keep.read();
      used = tokens?.refresh_token ?? tokens?.access_token;
      return tokens;
    },
    saveTokens: (tokens) => set({ tokens }),
    redirectToAuthorization: onRedirect,
    saveCodeVerifier: (verifier) => set({ verifier }),
    codeVerifier: async () => (await keep.read()).verifier ?? "",
    saveDiscoveryState: (discovery) => set({ discovery }),
    discoveryState: async () => (await keep.read()).discovery,
    invalidateCredentials: (scope) => keep.change((memory) => without(memory, scope, used)),
  };
}

type Scope = Parameters<NonNullable<OAuthClientProvider["invalidateCredentials"]>>[0];

/** @param used the token that was refused: one that came meanwhile by another call stays */
function without(memory: Memory, scope: Scope, used: string | undefined): Memory {
  const { client, tokens, verifier, discovery, ...rest } = memory;
  const own = tokens?.refresh_token ?? tokens?.access_token;
  const drops = (part: Scope) => scope === "all" || scope === part;
  return {
    ...rest,
    ...(client && !drops("client") && { client }),
    ...(tokens && (!drops("tokens") || (used !== undefined && own !== used)) && { tokens }),
    ...(verifier && !drops("verifier") && { verifier }),
    ...(discovery && !drops("discovery") && { discovery }),
  };
}
