import { isAbsolute } from "node:path";
import { describe, expect, test } from "vitest";
import { EnvError, parseEnv } from "./env";

describe("parseEnv", () => {
  test("works with nothing set", () => {
    const env = parseEnv({});
    expect(env).toMatchObject({
      mode: "production",
      role: "all",
      port: 3000,
      host: "127.0.0.1",
      logLevel: "info",
    });
    expect(env.databaseUrl).toBeUndefined();
    expect(env.allowPrivateNetwork).toEqual([]);
    expect(isAbsolute(env.dataDir)).toBe(true);
  });

  test("treats an empty variable as missing", () => {
    expect(parseEnv({ DATABASE_URL: "", PORT: " " })).toMatchObject({ databaseUrl: undefined, port: 3000 });
  });

  test.each([
    ["PORT", { PORT: "eighty" }],
    ["PORT", { PORT: "70000" }],
    ["DATABASE_URL", { DATABASE_URL: "mysql://localhost/x" }],
    ["NEXTAUTH_URL", { NEXTAUTH_URL: "app.example.com" }],
    ["ADMIN_EMAIL", { ADMIN_EMAIL: "nobody", ADMIN_PASSWORD: "long enough pass" }],
    ["ADMIN_PASSWORD", { ADMIN_EMAIL: "a@example.com", ADMIN_PASSWORD: "short" }],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
    ["ROLE", { ROLE: "scheduler" }],
    ["WORKER_CONCURRENCY", { WORKER_CONCURRENCY: "0" }],
    ["WORKER_PORT", { WORKER_PORT: "-1" }],
  ])("names %s when its value is bad", (name, source) => {
    expect(() => parseEnv(source)).toThrow(EnvError);
    expect(() => parseEnv(source)).toThrow(new RegExp(`^  ${name}: `, "m"));
  });

  test.each([
    ["ADMIN_PASSWORD", { ADMIN_EMAIL: "a@example.com" }],
    ["GITHUB_SECRET", { GITHUB_ID: "x" }],
    ["GOOGLE_ID", { GOOGLE_SECRET: "x" }],
    ["OIDC_CLIENT_SECRET", { OIDC_ISSUER: "https://id.example.com", OIDC_CLIENT_ID: "x" }],
  ])("names %s when only the others of its group are set", (name, source) => {
    expect(() => parseEnv(source)).toThrow(new RegExp(`^  ${name}: is needed together with`, "m"));
  });

  test("names all bad variables at once", () => {
    expect(() => parseEnv({ PORT: "x", LOG_LEVEL: "y" })).toThrow(/PORT[\s\S]*LOG_LEVEL/);
  });

  test("reads lists and whole groups", () => {
    const env = parseEnv({
      ALLOW_PRIVATE_NETWORK: "10.0.0.0/8, ollama.local,",
      ENCRYPTION_KEY: "new,old",
      GITHUB_ID: "id",
      GITHUB_SECRET: "secret",
      OIDC_ISSUER: "https://id.example.com",
      OIDC_CLIENT_ID: "c",
      OIDC_CLIENT_SECRET: "s",
      OIDC_NAME: "Acme",
    });
    expect(env.allowPrivateNetwork).toEqual(["10.0.0.0/8", "ollama.local"]);
    expect(env.encryptionKeys).toEqual(["new", "old"]);
    expect(env.github).toEqual({ id: "id", secret: "secret" });
    expect(env.oidc).toEqual({ id: "c", secret: "s", issuer: "https://id.example.com", name: "Acme" });
  });
});
