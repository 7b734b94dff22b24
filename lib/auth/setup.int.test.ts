import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { members, users, workspaces } from "@/drizzle/schema";
import type { DatabaseHandle } from "@/lib/db/database";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import { createFirstAdmin, ensureAdmin, needsSetup } from "./setup";
import { signIn } from "./sign-in";
import type { SeedWorkspace } from "./workspaces";

let handle: DatabaseHandle;
beforeEach(async () => {
  handle = await createTestDatabase();
});
afterEach(() => handle.close());

const noSeed: SeedWorkspace = async () => {};
const admin = (n: number) => ({
  name: `Admin ${n}`,
  email: `admin${n}@example.com`,
  password: "a long password",
  workspace: `Workspace ${n}`,
});

describe("the first administrator", () => {
  test("of several at once exactly one wins, the others are told", async () => {
    expect(await needsSetup(handle.db)).toBe(true);
    const attempts = [1, 2, 3, 4].map((n) => createFirstAdmin(handle.db, admin(n), noSeed));
    const results = await Promise.allSettled(attempts);
    const won = results.filter((result) => result.status === "fulfilled");
    const lost = results.filter((result) => result.status === "rejected");
    expect(won).toHaveLength(1);
    expect(lost.map((result) => result.reason.code)).toEqual(["conflict", "conflict", "conflict"]);
    expect(await handle.db.select().from(users)).toHaveLength(1);
    expect(await handle.db.select().from(workspaces)).toHaveLength(1);
    expect(await handle.db.select({ role: members.role }).from(members)).toEqual([{ role: "admin" }]);
    expect(await needsSetup(handle.db)).toBe(false);
  });

  test("the workspace is filled in the same transaction: a failing seed leaves nothing behind", async () => {
    const failing: SeedWorkspace = async () => {
      throw new Error("no examples");
    };
    await expect(createFirstAdmin(handle.db, admin(1), failing)).rejects.toThrow("no examples");
    expect(await needsSetup(handle.db)).toBe(true);
    expect(await handle.db.select().from(workspaces)).toHaveLength(0);
  });

  test("from the environment: made once, also by processes starting together, and never changed", async () => {
    const given = { email: "root@example.com", password: "first password" };
    await Promise.all([ensureAdmin(handle.db, given, noSeed), ensureAdmin(handle.db, given, noSeed)]);
    await ensureAdmin(handle.db, { ...given, password: "second password" }, noSeed);
    expect(await signIn(handle.db, given)).toMatchObject({ email: given.email });
    expect(await signIn(handle.db, { ...given, password: "second password" })).toBeNull();
  });
});
