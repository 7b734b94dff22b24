import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { agents, runs, threads } from "@/drizzle/schema";
import { newId } from "@/lib/db/id";
import { startTestServer, type TestServer } from "@/lib/egress/testing/test-server";
import type { ModelVisit } from "@/workflows/runtime/ports";
import { agentsApi, catalogueApi, modelsApi, slotsApi } from "../contract";
import { createWorld, type World } from "../testing/world";

let world: World;
let cloud: string;
let server: TestServer;
let list: unknown;
beforeAll(async () => {
  world = await createWorld();
  server = await startTestServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(list));
  });
});
afterAll(async () => {
  await server.close();
  await world.close();
});
beforeEach(async () => {
  await world.pool.query("delete from model_connections");
  await world.pool.query("delete from model_slots");
  await world.pool.query("update workspaces set data_rules = '{}'");
  await world.pool.query("delete from price_overrides");
  const body = { provider: "openai", name: "Cloud", key: "sk-1", models: ["gpt-4o", "gpt-4o-mini", "own"] };
  cloud = modelsApi.connectionSchema.parse((await world.send(modelsApi.createConnection, { body })).body).id;
});

const choose = (model: string, facts: object, as?: Record<string, string>) =>
  world.send(catalogueApi.chooseFacts, { body: { connectionId: cloud, model, facts }, as });
const rule = (body: object) => world.send(modelsApi.ruleConnection, { params: { id: cloud }, body });
const models = async () =>
  catalogueApi.listCatalogue.response.parse((await world.send(catalogueApi.listCatalogue)).body).items;
const known = async (model: string) => (await models()).find((each) => each.model === model);
const services = () =>
  world.outside.nodeServices(world.home.id, { call: () => Promise.reject(new Error("not called")) });
const gateway = () => services().models;
const texts = () => services().texts;
const putSlot = (references: object[], rules: object[] = []) =>
  world.send(slotsApi.putSlot, {
    body: { name: "fast", models: references.map((each) => ({ ...each })), rules },
  });

/** A run of somebody, of an agent of its own. */
async function runOf(who: "admin" | "key" | "visitor", rules: object = {}): Promise<ModelVisit> {
  const [agentId, threadId, id] = [newId("agt"), newId("thr"), newId("run")];
  const source = who === "visitor" ? "chat" : "api";
  const workspaceId = world.home.id;
  const agent = {
    id: agentId,
    workspaceId,
    name: "A",
    slug: agentId.replace("_", "-"),
    draft: {},
    dataRules: rules,
  };
  await world.db.insert(agents).values(agent);
  await world.db.insert(threads).values({ id: threadId, workspaceId, agentId, source });
  await world.db.insert(runs).values({ id, workspaceId, agentId, threadId, source, input: {} });
  return { runId: id, onBehalfOf: who, needs: [], log: () => {} };
}

describe("the catalogue", () => {
  test("says of each model what lists know, and that nothing leaves with the offline one", async () => {
    expect(await models()).toMatchObject([
      { reference: "offline/offline", facts: { dataClass: "confidential", images: false }, inputPrice: 0 },
      {
        reference: `${cloud}/gpt-4o`,
        connection: { id: cloud, name: "Cloud", provider: "openai" },
        facts: { tools: true, json: true, images: true, contextTokens: 128_000 },
        sources: { tools: "known", contextTokens: "known" },
        inputPrice: 2_500_000,
        latencyMs: null,
      },
      { model: "gpt-4o-mini" },
      { model: "own", facts: {}, sources: {}, inputPrice: null },
    ]);
  });

  test("is corrected by hand, marked so, with a line in the audit log, and goes back", async () => {
    expect(
      await choose("gpt-4o", { images: false, contextTokens: 64_000, usableFor: ["admin"] }),
    ).toMatchObject({
      status: 200,
      body: {
        facts: { images: false, contextTokens: 64_000, usableFor: ["admin"], tools: true },
        sources: { images: "chosen", contextTokens: "chosen", usableFor: "chosen", tools: "known" },
      },
    });
    const { rows } = await world.pool.query("select data from audit_events where action = 'chooseFacts'");
    expect(JSON.stringify(rows)).toContain("64000");
    await choose("gpt-4o", {});
    expect(await known("gpt-4o")).toMatchObject({ facts: { images: true }, sources: { images: "known" } });
  });

  test.each([
    ["a model that is not there", "none", {}, 404, undefined],
    ["no tokens at all", "own", { contextTokens: 0 }, 422, "facts.contextTokens"],
    ["nobody", "own", { usableFor: [] }, 422, "facts.usableFor"],
    ["a role that is none", "own", { usableFor: ["boss"] }, 422, "facts.usableFor.0"],
    ["a region in capitals", "own", { region: "EU" }, 422, "facts.region"],
    ["a class that is none", "own", { dataClass: "secret" }, 422, "facts.dataClass"],
    ["a fact that is none", "own", { speed: 3 }, 422, "facts.speed"],
  ])("refuses %s", async (_, model, facts, status, field) => {
    expect(await choose(model, facts)).toMatchObject({ status, ...(field && { body: { field } }) });
    expect((await known("own"))?.facts).toEqual({});
  });

  test("asks the provider what it says, below what a person said", async () => {
    const body = {
      provider: "mistral",
      name: "M",
      key: "k",
      baseUrl: `${server.origin}/v1`,
      allowPrivate: true,
      models: ["small", "gone"],
    };
    const { id } = modelsApi.connectionSchema.parse(
      (await world.send(modelsApi.createConnection, { body })).body,
    );
    list = {
      data: [
        {
          id: "small",
          max_context_length: 32_000,
          capabilities: { completion_chat: true, function_calling: true, vision: false },
        },
        { id: "other" },
      ],
    };
    expect(await world.send(catalogueApi.refreshFacts, { params: { id } })).toMatchObject({
      status: 200,
      body: { known: 1 },
    });
    expect(await known("small")).toMatchObject({
      facts: { tools: true, images: false, contextTokens: 32_000 },
      sources: { contextTokens: "provider" },
    });
    const refused = { connectionId: id, model: "small", facts: { files: true } };
    expect(await world.send(catalogueApi.chooseFacts, { body: refused })).toMatchObject({
      status: 422,
      body: { field: "facts.files" },
    });
  });

  test("takes region and class from the connection where nothing is said of a model", async () => {
    expect(await rule({ facts: { region: "eu", dataClass: "internal" } })).toMatchObject({ status: 200 });
    await choose("own", { dataClass: "public" });
    expect(await known("gpt-4o")).toMatchObject({
      facts: { region: "eu", dataClass: "internal" },
      sources: { region: "connection" },
    });
    expect(await known("own")).toMatchObject({ facts: { region: "eu", dataClass: "public" } });
  });

  test("knows the median of the calls of all processes", async () => {
    await world.pool.query(
      "insert into model_latencies (connection_id, model, recent_ms) values ($1, 'own', '{900,100,300}')",
      [cloud],
    );
    expect(await known("own")).toMatchObject({ latencyMs: 300 });
    await world.pool.query("update model_latencies set updated_at = now() - interval '2 days'");
    expect(await known("own")).toMatchObject({ latencyMs: null });
  });
});

describe("who may ask a model", () => {
  const asks = async (visit: ModelVisit, model = `${cloud}/gpt-4o`) => gateway().resolve(model, {}, visit);

  test("is the role of whoever the run is made for", async () => {
    await choose("gpt-4o", { usableFor: ["admin", "key"] });
    expect(await asks(await runOf("admin"))).toBeDefined();
    expect(await asks(await runOf("key"))).toBeDefined();
    await expect(asks(await runOf("visitor"))).rejects.toMatchObject({
      code: "model_not_allowed",
      message:
        "Cloud · gpt-4o is kept to administrators and API keys, and this run is made for visitors of public pages.",
      details: { field: "model" },
    });
    await choose("gpt-4o", { usableFor: ["developer"] });
    await expect(asks(await runOf("admin"))).rejects.toThrow(
      "is kept to developers, and this run is made for administrators.",
    );
  });

  test("is told by the class of the data, of the agent or the workspace, whichever is stricter", async () => {
    const confidential = await runOf("admin", { dataClass: "confidential" });
    await expect(asks(confidential)).rejects.toThrow("Cloud · gpt-4o is not cleared for confidential data.");
    expect(await asks(await runOf("admin"))).toBeDefined();
    await world.send(catalogueApi.setDataRules, { body: { dataClass: "internal" } });
    await expect(asks(await runOf("admin", { dataClass: "public" }))).rejects.toThrow(
      "not cleared for internal data",
    );
    await rule({ facts: { dataClass: "confidential" } });
    expect(await asks(confidential)).toBeDefined();
  });

  test("is told by where it runs", async () => {
    await world.send(catalogueApi.setDataRules, { body: { regions: ["eu", "ch"] } });
    await expect(asks(await runOf("admin"))).rejects.toThrow("runs nobody knows where, not in eu or ch.");
    await rule({ facts: { region: "eu-central-1" } });
    expect(await asks(await runOf("admin"))).toBeDefined();
    await expect(asks(await runOf("admin", { regions: ["ch"] }))).rejects.toThrow(
      "runs in eu-central-1, not in ch.",
    );
    expect(await asks(await runOf("admin", { regions: ["ch"] }), "offline/offline")).toBeDefined();
  });

  test("holds for models that embed and rank, too", async () => {
    const confidential = await runOf("admin", { dataClass: "confidential" });
    const reference = `${cloud}/gpt-4o`;
    await expect(texts().embedder(reference, confidential)).rejects.toMatchObject({
      code: "model_not_allowed",
      message: "Cloud · gpt-4o is not cleared for confidential data.",
    });
    await expect(texts().reranker(reference, confidential)).rejects.toThrow("not cleared for confidential");
    await rule({ facts: { dataClass: "confidential" } });
    expect(await texts().embedder(reference, confidential)).toMatchObject({ model: "gpt-4o" });
    expect(await texts().embedder("offline/offline", confidential)).toBeDefined();
  });

  test("counts for agents that others call, with whatever those ask", async () => {
    const parent = await runOf("visitor", { dataClass: "confidential" });
    const child = await runOf("key");
    await world.pool.query("update runs set parent_run_id = $1, source = 'tool' where id = $2", [
      parent.runId,
      child.runId,
    ]);
    await expect(asks(child)).rejects.toThrow("is not cleared for confidential data");
  });

  test("is asked of agents by their builders", async () => {
    const created = await world.send(agentsApi.createAgent, {
      body: { name: "Own", from: { kind: "template", template: "blank" } },
    });
    const { id } = agentsApi.agentSchema.parse(created.body);
    const body = { dataClass: "confidential", regions: ["eu"] };
    expect(await world.send(catalogueApi.setAgentDataRules, { params: { id }, body })).toMatchObject({
      status: 200,
      body,
    });
    expect(await world.send(catalogueApi.getAgentDataRules, { params: { id } })).toMatchObject({
      status: 200,
      body,
    });
  });
});

describe("a slot with rules", () => {
  test("keeps them, and refuses one kind twice", async () => {
    const rules = [{ kind: "cost" }, { kind: "escalate", below: 0.8 }];
    expect(await putSlot([{ reference: `${cloud}/own` }], rules)).toMatchObject({
      status: 200,
      body: { rules },
    });
    expect(await putSlot([{ reference: `${cloud}/own` }], [rules[0] ?? {}, rules[0] ?? {}])).toMatchObject({
      status: 422,
      body: { field: "rules" },
    });
  });

  test("puts the cheapest in front that the run may ask, and says why the others are not asked", async () => {
    await choose("gpt-4o-mini", { usableFor: ["developer"] });
    await putSlot(
      [
        { reference: `${cloud}/own` },
        { reference: `${cloud}/gpt-4o` },
        { reference: `${cloud}/gpt-4o-mini` },
      ],
      [{ kind: "cost" }, { kind: "context" }, { kind: "escalate" }],
    );
    const visit = await runOf("admin");
    expect(
      await gateway().ladder?.("slot/fast", { ...visit, promptTokens: 2_000, answerTokens: 100 }),
    ).toEqual({
      references: [`${cloud}/gpt-4o`, `${cloud}/own`],
      because: "the cheapest of 2, at about $0.0060",
      left: ["gpt-4o-mini is kept to developers, and this run is made for administrators"],
      escalate: {},
    });
  });

  test("goes by what was measured", async () => {
    await world.pool.query(
      "insert into model_latencies (connection_id, model, recent_ms) values ($1, 'own', '{90,80,70}'), ($1, 'gpt-4o', '{9,9,9}')",
      [cloud],
    );
    await putSlot([{ reference: `${cloud}/own` }, { reference: `${cloud}/gpt-4o` }], [{ kind: "latency" }]);
    expect(await gateway().ladder?.("slot/fast")).toMatchObject({
      references: [`${cloud}/gpt-4o`, `${cloud}/own`],
      because: "the fastest of 2, with a median of 9 ms",
    });
  });

  test("says so where none is left", async () => {
    await putSlot([{ reference: `${cloud}/own` }], [{ kind: "region", regions: ["eu"] }]);
    await expect(gateway().resolve("slot/fast", {}, await runOf("admin"))).rejects.toMatchObject({
      code: "model_not_allowed",
      message: "No model of the slot “fast” may be asked: own runs nobody knows where, not in eu.",
    });
  });
});
