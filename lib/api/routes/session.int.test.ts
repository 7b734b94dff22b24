import { afterAll, beforeAll, expect, test } from "vitest";
import { agentsApi, sessionApi, workspaceApi } from "@/lib/api/contract";
import { sessionHeaders } from "@/lib/api/testing/people";
import { createWorld, sessionSecret, type World } from "@/lib/api/testing/world";

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await world.pool.query("truncate users, workspaces cascade");
});
afterAll(() => world.close());

const ada = { name: "Ada", email: "ada@acme.test", password: "a long password", workspace: "Acme" };
const bob = { name: "Bob", email: "bob@acme.test", password: "a long password" };

async function asUser(email: string) {
  const { rows } = await world.pool.query("select id from users where email = $1", [email]);
  return sessionHeaders(rows[0].id, sessionSecret);
}
const setupState = async () => (await world.send(sessionApi.setupState, { as: "anonymous" })).body;

test("the first administrator is made once, with a workspace of live examples", async () => {
  expect(await setupState()).toEqual({ needsSetup: true, signUpOpen: false, providers: [] });
  expect((await world.send(sessionApi.createFirstAdmin, { as: {}, body: ada })).status).toBe(204);
  expect(await setupState()).toMatchObject({ needsSetup: false });

  const { body } = await world.send(agentsApi.listAgents, { as: await asUser(ada.email) });
  const { items } = agentsApi.listAgents.response.parse(body);
  expect(items).toHaveLength(3);
  for (const agent of items) expect(agent).toMatchObject({ liveVersion: 1, changedSinceLive: false });
  expect(items.filter(({ chat }) => chat)).toHaveLength(1);

  const again = await world.send(sessionApi.createFirstAdmin, {
    as: {},
    body: { ...ada, email: "e@acme.test" },
  });
  expect(again).toMatchObject({ status: 409, body: { code: "conflict" } });
});

test("a weak password is refused by its field", async () => {
  const refused = await world.send(sessionApi.signUp, { as: {}, body: { ...bob, password: "short" } });
  expect(refused).toMatchObject({ status: 422, body: { code: "invalid_input", field: "password" } });
});

test("sign-up is closed but for the invited", async () => {
  expect((await world.send(sessionApi.signUp, { as: {}, body: bob })).status).toBe(403);
  const made = await world.send(workspaceApi.createInvitation, {
    as: await asUser(ada.email),
    body: { role: "analyst" },
  });
  const { token } = workspaceApi.createInvitation.response.parse(made.body);
  const info = await world.send(sessionApi.invitationInfo, { as: {}, params: { token } });
  expect(info.body).toEqual({ workspace: "Acme", role: "analyst", email: null });

  const join = () => world.send(sessionApi.signUp, { as: {}, body: { ...bob, invitation: token } });
  expect((await join()).status).toBe(204);
  const me = await world.send(sessionApi.me, { as: await asUser(bob.email) });
  expect(me.body).toMatchObject({ role: "analyst", workspace: { name: "Acme" } });
  expect((await join()).status).toBe(404);
  expect((await world.send(sessionApi.invitationInfo, { as: {}, params: { token } })).status).toBe(404);
});

test("members change and go, and their open connections are told", async () => {
  const as = await asUser(ada.email);
  const { body } = await world.send(workspaceApi.listMembers, { as });
  const members = workspaceApi.listMembers.response.parse(body).items;
  const userId = members.find(({ email }) => email === bob.email)?.userId;
  const promote = { as, params: { userId }, body: { role: "developer" } };
  expect(await world.send(workspaceApi.updateMember, promote)).toMatchObject({ body: { role: "developer" } });
  const bobs = await asUser(bob.email);
  expect((await world.send(workspaceApi.removeMember, { as, params: { userId } })).status).toBe(204);
  expect(world.accessChanges).toEqual([userId, userId]);
  expect((await world.send(sessionApi.me, { as: bobs })).status).toBe(401);
});
