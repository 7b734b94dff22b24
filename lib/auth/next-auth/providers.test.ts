import { describe, expect, test } from "vitest";
import { parseEnv } from "@/lib/env";
import { oauthProviders } from "./providers";

const all = {
  GITHUB_ID: "g",
  GITHUB_SECRET: "gs",
  GOOGLE_ID: "o",
  GOOGLE_SECRET: "os",
  OIDC_ISSUER: "https://id.example.com/",
  OIDC_CLIENT_ID: "c",
  OIDC_CLIENT_SECRET: "cs",
  OIDC_NAME: "Acme",
};

describe("oauthProviders", () => {
  test("are those whose variables are set", () => {
    const names = (variables: Record<string, string>) =>
      oauthProviders(parseEnv(variables)).map(({ id, name }) => `${id}: ${name}`);
    expect(names({})).toEqual([]);
    expect(names({ GITHUB_ID: "g", GITHUB_SECRET: "s" })).toEqual(["github: GitHub"]);
    expect(names(all)).toEqual(["github: GitHub", "google: Google", "oidc: Acme"]);
  });

  test("OIDC is found by its issuer and protected against replay and mix-up", () => {
    const oidc = oauthProviders(parseEnv(all)).find((provider) => provider.id === "oidc");
    expect(oidc?.wellKnown).toBe("https://id.example.com/.well-known/openid-configuration");
    expect(oidc?.checks).toEqual(["pkce", "state", "nonce"]);
  });

  test.each([
    ["a confirmed address counts", { email_verified: true }, "a@example.com"],
    ["also as text", { email_verified: "true" }, "a@example.com"],
    ["an unconfirmed one does not", { email_verified: false }, null],
    ["one without a word on it does not", {}, null],
  ])("%s", (_, extra, email) => {
    const [provider] = oauthProviders(parseEnv(all)).filter(({ id }) => id === "oidc");
    const claims = { sub: "1", name: "A", email: "a@example.com", ...extra };
    expect(provider?.profile?.(claims, {})).toEqual({ id: "1", name: "A", email });
  });
});
