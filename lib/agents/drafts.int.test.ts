import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { populate } from "@/lib/api/testing/people";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { DatabaseHandle } from "@/lib/db/database";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import type { Operation } from "@/workflows/graph/operation";
import type { DraftChange } from "./announce";
import { changeDraft } from "./change-draft";
import { createAgent } from "./create-agent";
import { activateVersion, publishAgent, unpublishAgent } from "./publish-agent";
import { documentOf, findPublished } from "./published";
import { getAgent } from "./read-agents";
import { breakEcho, echoDocument, moveEcho, retitleEcho } from "./testing/documents";
import { getVersion, listVersions, updateVersion } from "./versions";

let database: DatabaseHandle;
let actor: WorkspaceActor;
let agentId: string;
const announced: DraftChange[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const workspace = await populate(database.db, "home", "secret");
  actor = {
    kind: "member",
    userId: workspace.userIds.developer,
    name: "developer of home",
    workspaceId: workspace.id,
    role: "developer",
  };
});
afterAll(() => database.close());
beforeEach(async () => {
  announced.length = 0;
  const from = { kind: "document" as const, document: echoDocument() };
  agentId = (await createAgent(database.db, actor, { name: "Echo", from })).id;
});

const change = (revision: number, ...operations: Operation[]) =>
  changeDraft(database.db, (told) => announced.push(told), actor, agentId, { revision, operations });
const publish = (revision: number) => publishAgent(database.db, actor, agentId, { revision, note: "" });

test("every accepted change raises the revision by one and is announced with its author", async () => {
  expect(await change(1, moveEcho(10), retitleEcho("Repeat"))).toEqual({ revision: 2, issues: [] });
  const { draft, revision } = await getAgent(database.db, actor, agentId);
  expect(revision).toBe(2);
  expect(draft.nodes.echo?.title).toBe("Repeat");
  expect(announced).toEqual([
    {
      agentId,
      workspaceId: actor.workspaceId,
      revision: 2,
      operations: [moveEcho(10), retitleEcho("Repeat")],
      by: { userId: expect.any(String), name: "developer of home" },
    },
  ]);
});

test("a stale change is refused with the draft as it is and what changed since, by whom", async () => {
  await change(1, retitleEcho("First"));
  await change(2, retitleEcho("Second"));
  await expect(change(1, retitleEcho("Late"))).rejects.toMatchObject({
    code: "stale_revision",
    details: {
      data: {
        revision: 3,
        draft: { nodes: { echo: { title: "Second" } } },
        changes: [
          { revision: 2, by: "developer of home", operations: [retitleEcho("First")] },
          { revision: 3, by: "developer of home", operations: [retitleEcho("Second")] },
        ],
      },
    },
  });
  expect((await getAgent(database.db, actor, agentId)).draft.nodes.echo?.title).toBe("Second");
  expect(announced).toHaveLength(2);
});

test("of two changes at the same moment one wins, the other is stale", async () => {
  const outcomes = await Promise.allSettled([change(1, retitleEcho("A")), change(1, retitleEcho("B"))]);
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await getAgent(database.db, actor, agentId)).revision).toBe(2);
});

test("a draft with errors is kept, its issues come back", async () => {
  const { revision, issues } = await change(1, breakEcho);
  expect(revision).toBe(2);
  expect(issues).toContainEqual(
    expect.objectContaining({
      code: "config_invalid",
      severity: "error",
      path: expect.objectContaining({ nodeId: "echo" }),
    }),
  );
});

test("operations that do not apply change nothing, not even those before them", async () => {
  const gone: Operation = { op: "node.remove", id: "nobody" };
  await expect(change(1, retitleEcho("Half"), gone)).rejects.toMatchObject({
    code: "operation_not_applicable",
    details: { nodeId: "nobody", data: { index: 1 } },
  });
  const { draft, revision } = await getAgent(database.db, actor, agentId);
  expect(revision).toBe(1);
  expect(draft.nodes.echo?.title).toBe("Echo");
  expect(announced).toEqual([]);
});

test("a draft does not grow without bound", async () => {
  const note: Operation = {
    op: "node.configure",
    id: "echo",
    set: { big: "x".repeat(4_000_000) },
    unset: [],
  };
  await expect(change(1, note)).rejects.toMatchObject({ code: "too_large" });
});

test("publishing numbers versions and puts each live", async () => {
  expect(await publish(1)).toMatchObject({
    number: 1,
    live: true,
    warnings: [],
    publishedBy: "developer of home",
  });
  await change(1, retitleEcho("Second"));
  expect(await publish(2)).toMatchObject({ number: 2, live: true });
  const versions = await listVersions(database.db, actor, agentId);
  expect(versions.map(({ number, live }) => [number, live])).toEqual([
    [2, true],
    [1, false],
  ]);
});

test("the note of a version can be written anew, its graph cannot", async () => {
  await publish(1);
  const before = await getVersion(database.db, actor, agentId, 1);
  await updateVersion(database.db, actor, agentId, 1, { note: "First of all" });
  expect(await getVersion(database.db, actor, agentId, 1)).toEqual({ ...before, note: "First of all" });
  await expect(updateVersion(database.db, actor, agentId, 2, { note: "" })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a version has no pins; the draft keeps them, and counts as unchanged", async () => {
  await change(1, { op: "node.pin", id: "echo", pin: { port: "out", update: { answer: "pinned" } } });
  const { number } = await publish(2);
  expect((await documentOf(database.db, agentId, number)).pins).toEqual({});
  const { draft, changedSinceLive } = await getAgent(database.db, actor, agentId);
  expect(Object.keys(draft.pins)).toEqual(["echo"]);
  expect(changedSinceLive).toBe(false);
});

test("publishing with errors is refused with the issues", async () => {
  await change(1, breakEcho);
  await expect(publish(2)).rejects.toMatchObject({
    code: "graph_invalid",
    details: { data: [expect.objectContaining({ code: "config_invalid" })] },
  });
  expect(await listVersions(database.db, actor, agentId)).toEqual([]);
});

test("publishing what somebody changed meanwhile is refused", async () => {
  await change(1, retitleEcho("Newer"));
  await expect(publish(1)).rejects.toMatchObject({ code: "stale_revision" });
});

test("two people publish at once: the versions still follow each other", async () => {
  await Promise.all([publish(1), publish(1)]);
  const versions = await listVersions(database.db, actor, agentId);
  expect(versions.map(({ number }) => number)).toEqual([2, 1]);
});

test("a version stays what it was, and any version can go live again", async () => {
  await publish(1);
  await change(1, retitleEcho("Second"));
  await publish(2);
  expect(await activateVersion(database.db, actor, agentId, 1)).toMatchObject({ number: 1, live: true });
  expect((await getVersion(database.db, actor, agentId, 1)).document).toEqual(echoDocument());
  const { slug } = await getAgent(database.db, actor, agentId);
  expect(await findPublished(database.db, slug)).toMatchObject({ id: agentId, version: 1 });
  expect((await documentOf(database.db, agentId, 1)).nodes.echo?.title).toBe("Echo");
  await expect(activateVersion(database.db, actor, agentId, 3)).rejects.toMatchObject({ code: "not_found" });
});

test("only a change of meaning counts as changed since live", async () => {
  await publish(1);
  await change(1, moveEcho(999));
  expect((await getAgent(database.db, actor, agentId)).changedSinceLive).toBe(false);
  await change(2, retitleEcho("Other"));
  expect((await getAgent(database.db, actor, agentId)).changedSinceLive).toBe(true);
});

test("unpublished: offline, with its versions", async () => {
  await publish(1);
  const { slug } = await unpublishAgent(database.db, actor, agentId);
  expect(await findPublished(database.db, slug)).toBeNull();
  expect(await listVersions(database.db, actor, agentId)).toHaveLength(1);
});
