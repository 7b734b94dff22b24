import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agentsApi, modelsApi, sessionApi, workspaceApi } from "./contract";
import { agentSchema } from "./contract/agents";
import { problemSchema } from "./contract/problem";
import { bodyLimit } from "./middleware/read-json";
import { createWorld, type World } from "./testing/world";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const request = (path: string, init: RequestInit = {}) =>
  world.api(new Request(`http://app.test${path}`, init));
const asAdmin = (headers: Record<string, string> = {}) => ({
  ...world.home.headers.admin,
  "content-type": "application/json",
  ...headers,
});
const create = (body: string, headers: Record<string, string> = {}) =>
  request("/api/v1/agents", { method: "POST", body, headers: asAdmin(headers) });

describe("every answer", () => {
  test("carries its request's number, is not kept and not sniffed", async () => {
    const { headers } = await world.send(agentsApi.listAgents);
    expect(headers.get("x-request-id")).toMatch(/^req_/);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("an answer without a body is 204", async () => {
    const made = await world.send(workspaceApi.createInvitation, { body: { role: "viewer" } });
    const { id } = workspaceApi.createInvitation.response.parse(made.body);
    const revoked = await world.send(workspaceApi.revokeInvitation, { params: { id } });
    expect(revoked).toMatchObject({ status: 204, body: "" });
  });
});

describe("a refusal is a problem document", () => {
  test.each([
    ["no JSON", () => create("{"), 422, "invalid_input", undefined],
    ["a missing field", () => create("{}"), 422, "invalid_input", "name"],
    ["an unknown field", () => create('{"name":"A","color":"red"}'), 422, "invalid_input", "color"],
    [
      "a body that is not JSON by type",
      () => create("{}", { "content-type": "text/plain" }),
      422,
      "invalid_input",
      undefined,
    ],
    ["a body too large", () => create(`"${"x".repeat(bodyLimit)}"`), 413, "too_large", undefined],
    ["an address that is not there", () => request("/api/v1/nowhere"), 404, "not_found", undefined],
    ["nobody signed in", () => request("/api/v1/agents"), 401, "unauthenticated", undefined],
    [
      "a wrong key",
      () => request("/api/v1/agents", { headers: { authorization: "Bearer sb_no" } }),
      401,
      "unauthenticated",
      undefined,
    ],
    [
      "another site",
      () => create('{"name":"A"}', { "sec-fetch-site": "cross-site" }),
      403,
      "forbidden",
      undefined,
    ],
  ])("%s", async (_, send, status, code, field) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = problemSchema.strict().parse(await response.json());
    expect(problem).toMatchObject({ status, code });
    expect(problem.field).toBe(field);
    expect(problem.requestId).toBe(response.headers.get("x-request-id"));
  });

  test("a bug tells nothing of itself", async () => {
    const { id } = await firstAgent();
    await world.pool.query("update agents set draft = '{\"secret\": 1}' where id = $1", [id]);
    const { status, body } = await world.send(agentsApi.getAgent, { params: { id } });
    expect(status).toBe(500);
    expect(body).toMatchObject({ code: "internal", requestId: expect.stringMatching(/^req_/) });
    expect(JSON.stringify(body)).not.toMatch(/secret|stack|format/i);
    await world.pool.query("delete from agents where id = $1", [id]);
  });
});

async function firstAgent(): Promise<{ id: string }> {
  const { body } = await world.send(agentsApi.createAgent, { body: { name: "First" } });
  return agentsApi.createAgent.response.parse(body);
}

describe("changes by a session", () => {
  const change = (headers: Record<string, string>) =>
    world.send(workspaceApi.updateWorkspace, {
      as: { cookie: world.home.headers.admin.cookie ?? "", ...headers },
      body: { name: "home" },
    });

  test.each([
    ["the same origin, by fetch metadata", { "sec-fetch-site": "same-origin" }, 200],
    ["the same origin, by Origin", { origin: "http://app.test", host: "app.test" }, 200],
    ["another site", { "sec-fetch-site": "cross-site" }, 403],
    ["another origin", { origin: "https://evil.test", host: "app.test" }, 403],
    ["nowhere", {}, 403],
  ])("from %s", async (_, headers: Record<string, string>, status) => {
    expect((await change(headers)).status).toBe(status);
  });
});

describe("the audit log", () => {
  test("keeps who did what to what, without secrets", async () => {
    await world.send(workspaceApi.putSecret, { body: { name: "TOKEN", value: "very-secret" } });
    const { rows } = await world.pool.query("select * from audit_events order by id desc limit 1");
    expect(rows[0]).toMatchObject({
      workspace_id: world.home.id,
      actor_kind: "member",
      actor_id: world.home.userIds.admin,
      action: "putSecret",
      data: { name: "TOKEN" },
    });
    expect(JSON.stringify(rows)).not.toContain("very-secret");
  });

  test("has no line for reading, nor for what was refused", async () => {
    const count = async () => (await world.pool.query("select count(*) from audit_events")).rows[0].count;
    const before = await count();
    await world.send(agentsApi.listAgents);
    await world.send(workspaceApi.updateWorkspace, { as: "viewer", body: { name: "mine" } });
    expect(await count()).toBe(before);
  });
});

test("the person's own page: who, where, and what they may do", async () => {
  const { body } = await world.send(sessionApi.me, { as: "viewer" });
  expect(body).toMatchObject({
    user: { id: world.home.userIds.viewer, email: "viewer@home.test" },
    workspace: { id: world.home.id, name: "home" },
    role: "viewer",
    permissions: expect.arrayContaining(["agent.read", "agent.chat"]),
  });
  expect(body).not.toMatchObject({ permissions: expect.arrayContaining(["agent.edit"]) });
});

test("only the first workspace decides on sign-up", async () => {
  const open = (as: Record<string, string>) =>
    world.send(workspaceApi.updateWorkspace, { as, body: { signUpOpen: true } });
  expect((await open(world.away.headers.admin)).status).toBe(403);
  expect(await open(world.home.headers.admin)).toMatchObject({ status: 200, body: { signUpOpen: true } });
});

describe("a change and its line in the audit log", () => {
  const changes = [
    [
      "a role",
      workspaceApi.updateMember,
      () => ({ params: { userId: world.home.userIds.viewer }, body: { role: "analyst" } }),
      "select role from members order by user_id",
    ],
    [
      "a secret",
      workspaceApi.putSecret,
      () => ({ body: { name: "KEPT", value: "v" } }),
      "select name, updated_at from secrets order by name",
    ],
    [
      "an API key",
      workspaceApi.createApiKey,
      () => ({ body: { name: "kept", scopes: ["read"] } }),
      "select id from api_keys order by id",
    ],
    [
      "a publication",
      agentsApi.publishAgent,
      () => ({ params: { id: agentId }, body: { revision: 1 } }),
      "select agent_id, number from agent_versions order by agent_id, number",
    ],
    [
      "a deletion",
      agentsApi.deleteAgent,
      () => ({ params: { id: agentId } }),
      "select id, deleted_at from agents order by id",
    ],
    [
      "a price",
      modelsApi.putPriceOverride,
      () => ({ body: { provider: "openai", model: "gpt-next", price: { input: 1, output: 2 } } }),
      "select model from price_overrides order by model",
    ],
  ] as const;
  let agentId = "";
  beforeAll(async () => {
    const from = { kind: "template", template: "chat-agent" };
    const { body } = await world.send(agentsApi.createAgent, { body: { name: "Audited", from } });
    agentId = agentSchema.parse(body).id;
  });
  const rowsOf = async (sql: string) => (await world.pool.query(sql)).rows;
  const lines = () => rowsOf("select id from audit_events order by id");

  test.each(changes)(
    "%s: neither is kept where the line cannot be written",
    async (_, endpoint, input, sql) => {
      const before = await rowsOf(sql);
      await world.pool.query("alter table audit_events add constraint refused check (false) not valid");
      const refused = await world.send(endpoint, input());
      await world.pool.query("alter table audit_events drop constraint refused");
      expect(refused.status).toBe(500);
      expect(await rowsOf(sql)).toEqual(before);
      expect((await world.send(endpoint, input())).status).toBeLessThan(300);
      expect(await rowsOf(sql)).not.toEqual(before);
    },
  );

  test.each([
    ["a role of nobody", workspaceApi.updateMember, { params: { userId: "x" }, body: { role: "viewer" } }],
    ["a secret that is not there", workspaceApi.deleteSecret, { params: { id: "x" } }],
    ["an agent that is not there", agentsApi.deleteAgent, { params: { id: "x" } }],
  ] as const)("%s leaves no line", async (_, endpoint, input) => {
    const before = await lines();
    expect((await world.send(endpoint, input)).status).toBe(404);
    expect(await lines()).toEqual(before);
  });
});
