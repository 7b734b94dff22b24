import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startOAuthServer, type TestOAuthServer } from "@/lib/tools/testing/oauth-server";
import { toolsApi } from "../contract";
import { createWorld, type World } from "../testing/world";

let world: World;
let server: TestOAuthServer;
beforeAll(async () => {
  world = await createWorld();
  server = await startOAuthServer();
});
afterAll(async () => {
  await world.close();
  await server.close();
});

/** What the person's browser does: goes where it is sent, and comes back with a code. */
async function begun() {
  const { body } = await world.send(toolsApi.startGrant, {
    body: { address: server.address, allowPrivate: true },
  });
  const { id, authorizeUrl } = toolsApi.startGrant.response.parse(body);
  const allowed = await fetch(authorizeUrl, { redirect: "manual" });
  const back = new URL(allowed.headers.get("location") ?? "");
  const [code = "", state = ""] = [back.searchParams.get("code"), back.searchParams.get("state")].map(String);
  return { id, code, state, back, authorizeUrl: new URL(authorizeUrl) };
}
const finish = (id: string, body: object) => world.send(toolsApi.finishGrant, { params: { id }, body });

async function imported() {
  const { id, code, state } = await begun();
  await finish(id, { code, state });
  const settings = {
    kind: "mcp",
    address: server.address,
    auth: { type: "oauth", grant: id },
    allowPrivate: true,
  };
  const seen = await world.send(toolsApi.discoverTools, { body: settings });
  const { fingerprint } = toolsApi.discoverTools.response.parse(seen.body);
  const made = await world.send(toolsApi.createSource, {
    body: { ...settings, name: "Vault", fingerprint, keys: ["open"] },
  });
  const source = toolsApi.sourceSchema.parse(made.body);
  const { body } = await world.send(toolsApi.getSource, { params: { id: source.id } });
  return { grant: id, source, tool: toolsApi.getSource.response.parse(body).tools[0]?.id ?? "" };
}

async function kept(): Promise<string[]> {
  const { rows } = await world.pool.query("select id from tool_grants");
  return rows.map(({ id }) => id);
}

async function call(tool: string) {
  const { body } = await world.send(toolsApi.tryTool, { params: { id: tool }, body: { arguments: {} } });
  return toolsApi.tryTool.response.parse(body);
}

describe("a sign-in at an MCP server", () => {
  test("goes by a code with PKCE, from a client that registered itself, back to this installation", async () => {
    const { id, code, state, back, authorizeUrl } = await begun();
    expect(Object.fromEntries(authorizeUrl.searchParams)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      resource: server.address,
    });
    expect(`${back.origin}${back.pathname}`).toBe("http://localhost:3000/settings/tools/signed-in");
    expect(state.startsWith(`${id}.`)).toBe(true);
    expect(await finish(id, { code, state: `${id}.another` })).toMatchObject({
      status: 422,
      body: { field: "state" },
    });
    expect(await finish(id, { code, state })).toMatchObject({
      status: 200,
      body: { address: server.address, signedInBy: expect.any(String) },
    });
    expect(await finish(id, { code, state })).toMatchObject({ status: 422 });
    const { rows } = await world.pool.query("select sealed from tool_grants where id = $1", [id]);
    for (const token of server.tokens) expect(String(rows[0].sealed)).not.toContain(token);
  });

  test("lets calls in, and renews its token by itself", async () => {
    const { tool } = await imported();
    expect(await call(tool)).toMatchObject({ ok: true, result: "gold" });
    server.tokens.clear();
    server.granted.length = 0;
    expect(await call(tool)).toMatchObject({ ok: true, result: "gold" });
    expect(server.granted).toEqual(["refresh_token"]);
  });

  test("of which nothing is left is told to people, who sign in again", async () => {
    const { tool, grant } = await imported();
    await world.pool.query("delete from tool_grants where id = $1", [grant]);
    expect(await call(tool)).toMatchObject({ ok: false, error: "There is no such sign-in." });
  });

  test("is forgotten when no source uses it any more, and only then", async () => {
    const first = await imported();
    const other = await imported();
    const left = await begun();
    const fresh = await begun();
    await world.pool.query("update tool_grants set created_at = now() - interval '25 hours' where id <> $1", [
      fresh.id,
    ]);
    const auth = { type: "oauth", grant: fresh.id } as const;
    const again = { name: "Vault", address: server.address, allowPrivate: true, auth };
    expect(
      await world.send(toolsApi.updateSource, { params: { id: first.source.id }, body: again }),
    ).toMatchObject({ status: 200 });
    expect(await kept()).not.toContain(first.grant);
    expect(await kept()).not.toContain(left.id);
    expect(await kept()).toEqual(expect.arrayContaining([other.grant, fresh.id]));
    await world.send(toolsApi.deleteSource, { params: { id: first.source.id } });
    expect(await kept()).not.toContain(fresh.id);
    expect(await call(other.tool)).toMatchObject({ ok: true });
  });

  test("is refused where the server knows no sign-in, or is not to be reached", async () => {
    const nowhere = server.address.replace("/mcp", "/nothing");
    expect(await world.send(toolsApi.startGrant, { body: { address: server.address } })).toMatchObject({
      status: 422,
      body: { code: "egress_refused" },
    });
    const { status } = await world.send(toolsApi.startGrant, {
      as: "developer",
      body: { address: nowhere, allowPrivate: true },
    });
    expect(status).toBe(403);
    const { rows } = await world.pool.query(
      "select count(*)::int as count from tool_grants where signed_in_at is null",
    );
    expect(rows[0].count).toBe(0);
  });
});
