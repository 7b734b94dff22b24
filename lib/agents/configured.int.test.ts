import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { populate } from "@/lib/api/testing/people";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { DatabaseHandle } from "@/lib/db/database";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import { createConnection } from "@/lib/models/connections";
import { createKeyring } from "@/lib/secrets/keyring";
import { createSecretStore } from "@/lib/secrets/secret-store";
import { createVault } from "@/lib/secrets/vault";
import type { Configured } from "@/workflows/graph/configured";
import { changeDraft } from "./change-draft";
import { configuredIn } from "./configured";
import { createAgent } from "./create-agent";
import { deleteAgent } from "./delete-agent";
import { publishAgent, unpublishAgent } from "./publish-agent";
import { echoDocument } from "./testing/documents";

const vault = createVault(createKeyring([randomBytes(32).toString("base64")]));
let database: DatabaseHandle;
let home: WorkspaceActor;
let away: WorkspaceActor;

beforeAll(async () => {
  database = await createTestDatabase();
  [home, away] = [await adminOf("home"), await adminOf("away")];
});
afterAll(() => database.close());

async function adminOf(name: string): Promise<WorkspaceActor> {
  const { id, userIds } = await populate(database.db, name, "secret");
  return { kind: "member", userId: userIds.admin, name, workspaceId: id, role: "admin" };
}

const slugs = ({ agents }: Configured) => agents.map(({ slug }) => slug).sort();
const knownAs = async (id: string) =>
  (await configuredIn(database.db, home)).agents.find((agent) => agent.id === id);

const publish = (agentId: string, revision = 1) =>
  publishAgent(database.db, home, agentId, { revision, note: "" });

test("names what the workspace itself has set up, and no value", async () => {
  const { secrets: before, agents } = await configuredIn(database.db, home);
  const key = "sk-never-to-be-seen-1234";
  const connection = await createConnection(database.db, vault, home, {
    provider: "openai",
    name: "Ours",
    key,
    models: ["gpt"],
    allowPrivate: false,
  });
  await createSecretStore(database.db, vault).put(home, "CRM_TOKEN", key);
  const from = { kind: "document" as const, document: echoDocument() };
  const agent = await createAgent(database.db, home, { name: "Echo for others", from });
  await publish(agent.id);

  const there = await configuredIn(database.db, home);
  expect(there.connections).toContainEqual({ id: connection.id, name: "Ours", ready: true });
  expect(there.connections).toContainEqual(expect.objectContaining({ id: "offline", ready: true }));
  expect(there.secrets).toEqual([...before, "CRM_TOKEN"].sort());
  expect(slugs(there)).toEqual([...agents.map(({ slug }) => slug), agent.slug].sort());
  expect(there.agents.find(({ id }) => id === agent.id)).toMatchObject({
    name: "Echo for others",
    isDeleted: false,
    liveVersion: 1,
    newestVersion: 1,
    signatures: [
      { version: 1, inputs: [{ channel: "question", required: true }], outputs: [{ channel: "answer" }] },
    ],
  });
  expect(JSON.stringify(there)).not.toContain(key);

  const elsewhere = await configuredIn(database.db, away);
  expect(elsewhere.connections.map(({ id }) => id)).not.toContain(connection.id);
  expect(slugs(elsewhere)).not.toContain(agent.slug);

  await unpublishAgent(database.db, home, agent.id);
  expect(await knownAs(agent.id)).toMatchObject({ liveVersion: null, newestVersion: 1, signatures: [] });
  await deleteAgent(database.db, home, agent.id);
  expect(await knownAs(agent.id)).toMatchObject({ isDeleted: true, signatures: [] });
});

test("tells what pinned versions take and give, beside the live one", async () => {
  const before = echoDocument();
  const from = { kind: "document" as const, document: before };
  const agent = await createAgent(database.db, home, { name: "Changes", from });
  await publish(agent.id);
  await changeDraft(database.db, () => {}, home, agent.id, {
    revision: 1,
    operations: [
      { op: "channel.add", name: "tone", channel: { type: "string", reducer: "replace" } },
      { op: "node.configure", id: "end", set: { outputs: ["answer", "tone"] }, unset: [] },
    ],
  });
  await publish(agent.id, 2);
  const outputs = async (...versions: number[]) => {
    const pinned = versions.map((version) => ({ slug: agent.slug, version }));
    const found = (await configuredIn(database.db, home, pinned)).agents.find(({ id }) => id === agent.id);
    return found?.signatures.map((each) => [each.version, each.outputs.map(({ channel }) => channel)]);
  };
  expect(await outputs()).toEqual([[2, ["answer", "tone"]]]);
  expect((await outputs(1, 9))?.sort()).toEqual([
    [1, ["answer"]],
    [2, ["answer", "tone"]],
  ]);
});

test("publishing refuses a model and a secret that the workspace does not have", async () => {
  const { echo, ...nodes } = echoDocument().nodes;
  if (!echo) throw new Error("The echo document has no node called echo.");
  const config = { method: "GET", url: "https://api.example.com/?token={{ secrets.LATER }}" };
  const document = { ...echoDocument(), nodes: { ...nodes, echo: { ...echo, type: "http", config } } };
  const agent = await createAgent(database.db, home, { name: "Early", from: { kind: "document", document } });
  await expect(publish(agent.id)).rejects.toMatchObject({
    code: "graph_invalid",
    details: { data: [{ code: "secret_not_stored", path: { nodeId: "echo", field: "url" } }] },
  });
  await createSecretStore(database.db, vault).put(home, "LATER", "now");
  await expect(publish(agent.id)).resolves.toMatchObject({ number: 1 });
});
