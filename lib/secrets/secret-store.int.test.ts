import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { workspaces } from "@/drizzle/schema";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { DatabaseHandle } from "@/lib/db/database";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import { createKeyring } from "./keyring";
import { createSecretStore, type SecretStore } from "./secret-store";
import { createVault } from "./vault";

let handle: DatabaseHandle;
let store: SecretStore;
const actor = (workspaceId: string): WorkspaceActor => ({
  kind: "member",
  userId: "u",
  name: "Ada",
  workspaceId,
  role: "admin",
});

beforeAll(async () => {
  handle = await createTestDatabase();
  await handle.db.insert(workspaces).values([
    { id: "wsp_1", name: "One" },
    { id: "wsp_2", name: "Two" },
  ]);
  store = createSecretStore(handle.db, createVault(createKeyring([randomBytes(32).toString("hex")])));
});
afterAll(() => handle.close());

test("a secret is replaced by its name and read by runs of its workspace alone", async () => {
  const first = await store.put(actor("wsp_1"), "API_TOKEN", "one");
  const second = await store.put(actor("wsp_1"), "API_TOKEN", "two");
  expect(second.id).toBe(first.id);
  expect(await store.gateway("wsp_1").reveal("API_TOKEN")).toBe("two");
  await expect(store.gateway("wsp_2").reveal("API_TOKEN")).rejects.toMatchObject({ code: "not_found" });
});

test("two people saving the same new name at once both succeed, one value stays", async () => {
  await Promise.all(["a", "b", "c"].map((value) => store.put(actor("wsp_1"), "RACE", value)));
  expect(["a", "b", "c"]).toContain(await store.gateway("wsp_1").reveal("RACE"));
  expect((await store.list(actor("wsp_1"))).filter((secret) => secret.name === "RACE")).toHaveLength(1);
});

test("neither lists nor rows hold the value; foreign secrets cannot be deleted", async () => {
  const { id } = await store.put(actor("wsp_1"), "HIDDEN", "plain-text-value");
  const rows = await handle.pool.query("select * from secrets");
  expect(JSON.stringify([await store.list(actor("wsp_1")), rows.rows])).not.toContain("plain-text-value");
  await expect(store.remove(actor("wsp_2"), id)).rejects.toMatchObject({ code: "not_found" });
  await store.remove(actor("wsp_1"), id);
  await expect(store.gateway("wsp_1").reveal("HIDDEN")).rejects.toMatchObject({ code: "not_found" });
});
