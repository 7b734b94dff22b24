import type { Account, NextAuthOptions } from "next-auth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRateLimiter, limits } from "@/lib/api/middleware/rate-limit";
import type { DatabaseHandle } from "@/lib/db/database";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import { parseEnv } from "@/lib/env";
import { createLog } from "@/lib/log/log";
import { createFirstAdmin } from "../setup";
import { credentialsProvider } from "./credentials";
import { createAuthOptions } from "./options";

let handle: DatabaseHandle;
let userId = "";
const ada = { email: "ada@example.com", password: "a long password" };

beforeAll(async () => {
  handle = await createTestDatabase();
  const user = await createFirstAdmin(handle.db, { ...ada, name: "Ada", workspace: "Acme" }, async () => {});
  userId = user.id;
});
afterAll(() => handle.close());

const from = (address: string) => ({ headers: { "x-signalbox-client": address } });

function credentials() {
  const provider = credentialsProvider(
    handle.db,
    createRateLimiter(() => 0),
  );
  return (input: Record<string, string>, address = "192.0.2.1") =>
    provider.authorize(input, { ...from(address), body: {}, query: {}, method: "POST" });
}

describe("e-mail and password", () => {
  test("is the person they belong to, without the hash", async () => {
    expect(await credentials()(ada)).toEqual({ id: userId, name: "Ada", email: ada.email });
  });

  test.each([
    ["a wrong password", { ...ada, password: "another password" }],
    ["no password", { email: ada.email, password: "" }],
    ["nothing", {}],
  ])("%s is nobody", async (_, input) => {
    expect(await credentials()(input)).toBeNull();
  });

  test("are not tried for ever: one address is slowed down, others are not", async () => {
    const attempt = credentials();
    const wrong = { ...ada, password: "guess" };
    for (let i = 0; i < limits.password.burst; i++) expect(await attempt(wrong)).toBeNull();
    await expect(attempt(wrong)).rejects.toThrow(/Too many requests/);
    // Not even the right one, or a refusal would tell which it was.
    await expect(attempt(ada)).rejects.toThrow(/Too many requests/);
    expect(await attempt(ada, "192.0.2.2")).toMatchObject({ id: userId });
  });
});

describe("another provider", () => {
  const account: Account = { type: "oauth", provider: "oidc", providerAccountId: "s1" };
  const profile = { id: "s1", name: "Ada", email: ada.email };
  const stranger = { id: "s2", name: "Eve", email: "eve@example.com" };

  function callbacks(): Required<Pick<NonNullable<NextAuthOptions["callbacks"]>, "signIn" | "jwt">> {
    const { callbacks } = createAuthOptions({
      db: handle.db,
      env: parseEnv({}),
      log: createLog("silent"),
      limit: createRateLimiter(),
      session: { secret: "s".repeat(32), secureCookies: false },
    });
    if (!callbacks?.signIn || !callbacks.jwt) throw new Error("callbacks are missing");
    return { signIn: callbacks.signIn, jwt: callbacks.jwt };
  }

  test("signs in a known address and puts our id, not the provider's, into the session", async () => {
    expect(await callbacks().signIn({ user: profile, account })).toBe(true);
    const token = await callbacks().jwt({ token: { sub: "s1" }, user: profile, account });
    expect(token.sub).toBe(userId);
  });

  test("turns a stranger away while sign-up is closed", async () => {
    expect(await callbacks().signIn({ user: stranger, account })).toBe(false);
  });
});
