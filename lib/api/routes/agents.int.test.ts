import { afterAll, beforeAll, expect, test } from "vitest";
import { echoDocument } from "@/lib/agents/testing/documents";
import { agentsApi } from "@/lib/api/contract";
import { agentSchema, staleDraftSchema } from "@/lib/api/contract/agents";
import { problemSchema } from "@/lib/api/contract/problem";
import { createWorld, type World } from "@/lib/api/testing/world";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function create(name: string, from?: object) {
  const { body } = await world.send(agentsApi.createAgent, { body: { name, from } });
  return agentSchema.parse(body);
}
const fromDocument = (document: unknown) => ({ kind: "document", document });

test("the address is made from the name and unique", async () => {
  const slugs = [];
  for (const name of ["Help Desk", "Help desk", "help-desk!"]) slugs.push((await create(name)).slug);
  expect(slugs).toEqual(["help-desk", "help-desk-2", "help-desk-3"]);
});

test("name, description, visibility and address can be changed", async () => {
  const { id } = await create("Before");
  const body = { name: "After", description: "Tells", slug: "over-there", visibility: "public" };
  const { status, body: changed } = await world.send(agentsApi.updateAgent, { params: { id }, body });
  expect(status).toBe(200);
  expect(changed).toMatchObject(body);
});

test("a taken address is refused, also one of another workspace", async () => {
  const theirs = await world.send(agentsApi.createAgent, {
    as: world.away.headers.admin,
    body: { name: "Taken" },
  });
  const { slug } = agentSchema.parse(theirs.body);
  const { id } = await create("Mine");
  const refused = await world.send(agentsApi.updateAgent, { params: { id }, body: { slug } });
  expect(refused).toMatchObject({ status: 409, body: { code: "conflict", field: "slug" } });
});

test("from a document, and as a copy", async () => {
  const original = await create("Original", fromDocument(echoDocument()));
  expect(original).toMatchObject({ nodeCount: 3, chat: false, revision: 1, liveVersion: null });
  const copy = await create("Copy", { kind: "agent", agentId: original.id });
  const { body } = await world.send(agentsApi.getAgent, { params: { id: copy.id } });
  expect(body).toMatchObject({ draft: echoDocument() });
});

test.each([
  ["no graph", 7],
  ["an unknown format", { ...echoDocument(), format: "signalbox.graph/99" }],
  ["a text that cannot be stored", { ...echoDocument(), channels: { a: { type: "string", default: "\0" } } }],
  ["a broken shape", { ...echoDocument(), nodes: { start: {} } }],
])("%s is refused with located issues", async (_, document) => {
  const refused = await world.send(agentsApi.createAgent, {
    body: { name: "Broken", from: fromDocument(document) },
  });
  expect(refused).toMatchObject({
    status: 422,
    body: {
      code: "graph_invalid",
      data: expect.arrayContaining([expect.objectContaining({ code: "document_malformed" })]),
    },
  });
});

test("deleted agents are gone until they are restored", async () => {
  const { id, slug } = await create("Mayfly");
  expect((await world.send(agentsApi.deleteAgent, { params: { id } })).status).toBe(204);
  expect((await world.send(agentsApi.getAgent, { params: { id } })).status).toBe(404);
  const { body: list } = await world.send(agentsApi.listAgents);
  expect(agentsApi.listAgents.response.parse(list).items.map((agent) => agent.id)).not.toContain(id);
  const restored = await world.send(agentsApi.restoreAgent, { params: { id } });
  expect(restored).toMatchObject({ status: 200, body: { id, slug } });
  expect((await world.send(agentsApi.restoreAgent, { params: { id } })).status).toBe(404);
});

test("a deleted agent cannot be restored after 30 days", async () => {
  const { id } = await create("Old");
  await world.send(agentsApi.deleteAgent, { params: { id } });
  await world.pool.query("update agents set deleted_at = now() - interval '31 days' where id = $1", [id]);
  expect((await world.send(agentsApi.restoreAgent, { params: { id } })).status).toBe(404);
});

test("drafts and publishing by the API: stale 409, errors 422, rollback", async () => {
  const { id } = await create("Whole story", fromDocument(echoDocument()));
  const operations = [{ op: "node.title", id: "echo", title: "New" }];
  const draft = (revision: number, operations: object[]) =>
    world.send(agentsApi.changeDraft, { params: { id }, body: { revision, operations } });
  expect(await draft(1, operations)).toMatchObject({ status: 200, body: { revision: 2, issues: [] } });
  const stale = await draft(1, operations);
  expect(stale).toMatchObject({ status: 409, body: { code: "stale_revision" } });
  const { data } = problemSchema.parse(stale.body);
  expect(staleDraftSchema.parse(data)).toMatchObject({ revision: 2, changes: [{ revision: 2, operations }] });

  const publish = (revision: number) =>
    world.send(agentsApi.publishAgent, { params: { id }, body: { revision } });
  expect(await publish(2)).toMatchObject({ status: 200, body: { number: 1, live: true } });
  await draft(2, [{ op: "node.configure", id: "echo", set: {}, unset: ["assignments"] }]);
  const refused = await publish(3);
  expect(refused).toMatchObject({ status: 422, body: { code: "graph_invalid" } });

  await draft(3, [
    { op: "node.configure", id: "echo", set: { assignments: [{ channel: "answer", value: "question" }] } },
  ]);
  expect(await publish(4)).toMatchObject({ body: { number: 2 } });
  const back = await world.send(agentsApi.activateVersion, { params: { id, number: 1 } });
  expect(back).toMatchObject({ status: 200, body: { number: 1, live: true } });
});
