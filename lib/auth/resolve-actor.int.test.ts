import { eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { members, users } from "@/drizzle/schema";
import type { DatabaseHandle } from "@/lib/db/database";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import { may, type WorkspaceActor } from "./actor";
import { createApiKey, listApiKeys, revokeApiKey } from "./api-keys";
import { createActorResolver, type ResolveActor } from "./resolve-actor";
import { createFirstAdmin } from "./setup";
import { createVisitors } from "./visitor";
import { firstWorkspaceId } from "./workspaces";

const secret = "0123456789abcdefghijklmnopqrstuvwxyz";
const visitors = createVisitors(secret, false);
let handle: DatabaseHandle;
let admin: Extract<WorkspaceActor, { kind: "member" }>;
let resolve: ResolveActor;

beforeAll(async () => {
  handle = await createTestDatabase();
  const first = { name: "Ada", email: "ada@example.com", password: "a long password", workspace: "Acme" };
  const user = await createFirstAdmin(handle.db, first, async () => {});
  const workspaceId = (await firstWorkspaceId(handle.db)) ?? "";
  admin = { kind: "member", userId: user.id, name: "Ada", workspaceId, role: "admin" };
  resolve = createActorResolver(handle.db, { secret, secureCookies: false }, visitors);
});
afterAll(() => handle.close());

const sessionCookie = async (sub: string, key = secret) =>
  `other=1; next-auth.session-token=${await encode({ token: { sub }, secret: key })}`;

describe("a session cookie", () => {
  test("is its member, with the role of this moment", async () => {
    const headers = new Headers({ cookie: await sessionCookie(admin.userId) });
    expect(await resolve(headers)).toEqual(admin);
    await handle.db.update(members).set({ role: "viewer" }).where(eq(members.userId, admin.userId));
    expect(await resolve(headers)).toMatchObject({ role: "viewer" });
    await handle.db.update(members).set({ role: "admin" }).where(eq(members.userId, admin.userId));
  });

  test("is nobody once the account is disabled", async () => {
    const headers = new Headers({ cookie: await sessionCookie(admin.userId) });
    await handle.db.update(users).set({ disabled: true }).where(eq(users.id, admin.userId));
    expect(await resolve(headers)).toBeNull();
    await handle.db.update(users).set({ disabled: false }).where(eq(users.id, admin.userId));
  });

  test("signed by somebody else, for nobody or absent is nobody", async () => {
    const forged = await sessionCookie(admin.userId, "another secret, as long as the real one");
    for (const cookie of [forged, await sessionCookie("usr_missing"), "next-auth.session-token=x", ""]) {
      expect(await resolve(new Headers({ cookie }))).toBeNull();
    }
  });
});

describe("an API key", () => {
  test.each([
    ["authorization", (key: string) => `Bearer ${key}`],
    ["x-api-key", (key: string) => key],
  ])("in %s acts for its workspace within its scopes", async (header, value) => {
    const { key, id } = await createApiKey(handle.db, admin, { name: "CI", scopes: ["read"] });
    const actor = await resolve(new Headers({ [header]: value(key) }));
    expect(actor).toEqual({
      kind: "key",
      keyId: id,
      name: "CI",
      workspaceId: admin.workspaceId,
      scopes: ["read"],
    });
    expect(actor && may(actor, "run.read")).toBe(true);
    expect(actor && may(actor, "run.create")).toBe(false);
    expect((await listApiKeys(handle.db, admin)).find((found) => found.id === id)?.lastUsedAt).not.toBeNull();
  });

  test("is stored as a hash alone and never listed", async () => {
    const { key } = await createApiKey(handle.db, admin, { name: "Secret", scopes: ["run"] });
    expect(JSON.stringify(await listApiKeys(handle.db, admin))).not.toContain(key.slice(10));
    const everything = await handle.pool.query("select * from api_keys");
    expect(JSON.stringify(everything.rows)).not.toContain(key.slice(10));
  });

  test("revoked, unknown or malformed is nobody, even beside a good session", async () => {
    const { key, id } = await createApiKey(handle.db, admin, { name: "Old", scopes: ["run"] });
    await revokeApiKey(handle.db, admin, id);
    const cookie = await sessionCookie(admin.userId);
    for (const authorization of [`Bearer ${key}`, "Bearer sb_unknown", "Bearer nonsense", "Basic abc"]) {
      expect(await resolve(new Headers({ authorization, cookie }))).toBeNull();
    }
  });

  test("of another workspace cannot be revoked", async () => {
    const { id } = await createApiKey(handle.db, admin, { name: "Mine", scopes: ["run"] });
    const stranger: WorkspaceActor = { ...admin, workspaceId: "wsp_other" };
    await expect(revokeApiKey(handle.db, stranger, id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a visitor cookie", () => {
  test("is the visitor it was made for, and nobody when changed", async () => {
    const { visitorId, setCookie } = visitors.create();
    const [cookie = ""] = setCookie.split(";");
    expect(await resolve(new Headers({ cookie }))).toEqual({ kind: "visitor", visitorId });
    expect(await resolve(new Headers({ cookie: cookie.replace("vis_", "vis_x") }))).toBeNull();
    const foreign = createVisitors("another secret", false).create().setCookie.split(";")[0] ?? "";
    expect(await resolve(new Headers({ cookie: foreign }))).toBeNull();
  });

  test("gives way to a session", async () => {
    const [visitor = ""] = visitors.create().setCookie.split(";");
    const cookie = `${visitor}; ${await sessionCookie(admin.userId)}`;
    expect(await resolve(new Headers({ cookie }))).toEqual(admin);
  });
});
