import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "@/lib/egress/testing/test-server";
import { AppError } from "@/workflows/errors/app-error";
import { egressApi, modelsApi } from "../contract";
import { createWorld, type World } from "../testing/world";

let world: World;
let server: TestServer;
beforeAll(async () => {
  world = await createWorld();
  server = await startTestServer((_request, response) => void response.end("reached"));
});
afterAll(async () => {
  await world.close();
  await server.close();
});
beforeEach(() => set({}));

const set = (body: object, as?: Record<string, string>) => world.send(egressApi.setEgress, { body, as });

/** What an HTTP node of a workspace meets. */
async function refusal(url: string, workspaceId = world.home.id): Promise<AppError> {
  const agents = { call: () => Promise.reject(new Error("not called")) };
  const { http } = world.outside.nodeServices(workspaceId, agents);
  const { signal } = new AbortController();
  const call = { method: "GET", url, headers: {}, timeoutMs: 5_000, maxBytes: 1_000, signal };
  const error = await http.send(call).then(
    () => new Error("It was called."),
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw error;
}

describe("the lists of a workspace", () => {
  test("are kept as they read, each entry once, and audited", async () => {
    expect(await world.send(egressApi.getEgress)).toMatchObject({
      status: 200,
      body: { chosen: { allow: [], deny: [] }, installation: [] },
    });
    const body = {
      allow: [" *.example.com ", "*.example.com", "203.0.113.0/24"],
      deny: ["a.example.com:8443"],
    };
    const chosen = { allow: ["*.example.com", "203.0.113.0/24"], deny: ["a.example.com:8443"] };
    expect(await set(body)).toMatchObject({ status: 200, body: { chosen } });
    expect((await world.send(egressApi.getEgress)).body).toMatchObject({ chosen });
    const { rows } = await world.pool.query(
      "select data, actor_kind from audit_events where action = 'setEgress' order by created_at desc, id desc limit 1",
    );
    expect(rows).toMatchObject([{ actor_kind: "member", data: { deny: ["a.example.com:8443"] } }]);
  });

  test.each([
    ["allow", "https://example.com"],
    ["deny", "10.0.0.0/99"],
    ["deny", "*"],
  ])("refuse in %s what cannot be read: %s", async (field, entry) => {
    expect(await set({ [field]: ["fine.test", entry] })).toMatchObject({
      status: 422,
      body: { code: "invalid_input", field, detail: expect.stringContaining(entry) },
    });
    expect((await world.send(egressApi.getEgress)).body).toMatchObject({ chosen: { allow: [], deny: [] } });
  });

  test("count from the next call on, for their workspace alone, and say who can change them", async () => {
    await set({ deny: ["*.example.com"] });
    expect(await refusal("https://api.example.com/")).toMatchObject({
      code: "egress_refused",
      message: "api.example.com is refused by this workspace's rule “*.example.com”.",
      details: { hint: expect.stringMatching(/administrator of the workspace.*Settings → Outgoing calls/) },
    });
    await set({ allow: ["other.test"], deny: [] });
    expect((await refusal("https://api.example.com/")).message).toMatch(
      /not on the list of what this workspace allows/,
    );
    expect((await refusal(server.origin, world.away.id)).message).toMatch(/loopback/);
  });

  test("never open what the installation keeps closed", async () => {
    await set({ allow: ["127.0.0.1", "169.254.169.254", "metadata.google.internal"] });
    for (const url of [server.origin, "http://169.254.169.254/", "http://metadata.google.internal/"]) {
      expect((await refusal(url)).details.hint).toMatch(/Whoever runs this installation/);
    }
    expect(server.requests).toEqual([]);
  });

  test("bind connections to models by what they deny, not by what they allow", async () => {
    const connection = {
      provider: "openai-compatible",
      name: "Local",
      baseUrl: `${server.origin}/v1`,
      allowPrivate: true,
      models: ["m"],
    };
    const made = await world.send(modelsApi.createConnection, { body: connection });
    const { id } = modelsApi.connectionSchema.parse(made.body);
    const tried = () => world.send(modelsApi.testConnection, { params: { id }, body: {} });
    await set({ deny: ["127.0.0.0/8"] });
    expect((await tried()).body).toMatchObject({
      ok: false,
      error: expect.stringContaining("“127.0.0.0/8”"),
    });
    expect(server.requests).toEqual([]);
    await set({ allow: ["other.test"] });
    await tried();
    expect(server.requests.length).toBeGreaterThan(0);
  });
});
