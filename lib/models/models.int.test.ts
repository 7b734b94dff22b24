import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { modelConnections, workspaces } from "@/drizzle/schema";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { DatabaseHandle } from "@/lib/db/database";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import { createEgress, type Egress } from "@/lib/egress/egress";
import { workspaceRules } from "@/lib/egress/settings";
import { createKeyring } from "@/lib/secrets/keyring";
import { createVault } from "@/lib/secrets/vault";
import { createPriceGateway } from "@/lib/usage/price-gateway";
import { modelMetadataKeys } from "@/workflows/runtime/ports";
import type { ConnectionInput } from "./connection";
import { modelGateways } from "./model-gateway";
import { createModelService, type ModelService } from "./service";
import { type ProviderServer, startProviderServer } from "./testing/provider-server/server";

const vault = createVault(createKeyring([randomBytes(32).toString("base64")]));
let database: DatabaseHandle;
let server: ProviderServer;
let egress: Egress;
let service: ModelService;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.insert(workspaces).values([
    { id: "wsp_1", name: "One" },
    { id: "wsp_2", name: "Two" },
  ]);
});
afterAll(() => database.close());

beforeEach(async () => {
  server = await startProviderServer({ key: "sk-right-key-1234" });
  egress = createEgress([]);
  service = createModelService({ db: database.db, vault, egress, rulesOf: workspaceRules(database.db) });
});
afterEach(async () => {
  await database.db.delete(modelConnections);
  await egress.close();
  await server.close();
});

const one: WorkspaceActor = {
  kind: "member",
  userId: "usr_1",
  name: "Ada",
  workspaceId: "wsp_1",
  role: "admin",
};
const two: WorkspaceActor = { ...one, userId: "usr_2", workspaceId: "wsp_2" };

function local(overrides: Partial<ConnectionInput> = {}): ConnectionInput {
  return {
    provider: "openai-compatible",
    name: "Local",
    baseUrl: `${server.url}/v1`,
    key: "sk-right-key-1234",
    models: ["plain", "org/words-3"],
    allowPrivate: true,
    ...overrides,
  };
}

describe("connections", () => {
  it("keep the provider's own settings, and show whose key it is", async () => {
    const account = { type: "service_account", project_id: "p", client_email: "s@p.test", private_key: "k" };
    const created = await service.createConnection(
      one,
      local({
        provider: "vertex",
        baseUrl: undefined,
        key: JSON.stringify(account),
        settings: { location: "europe-west4" },
      }),
    );
    expect(created).toMatchObject({ settings: { location: "europe-west4" }, keyPreview: "s@p.test" });
    expect(await service.listConnections(one)).toEqual([created]);
  });

  it("are stored with a sealed key that never comes back", async () => {
    const created = await service.createConnection(one, local());
    expect(created).toMatchObject({ name: "Local", keyPreview: "…1234", allowPrivate: true });
    expect(await service.listConnections(one)).toEqual([created]);
    expect(JSON.stringify(created)).not.toContain("sk-right");
    const [row] = await database.db.select().from(modelConnections);
    expect(JSON.stringify(row)).not.toContain("sk-right");
    expect(row?.sealedKey).toMatch(/^\w+\.[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  it("keep their key when an update brings none, and take a new one", async () => {
    const { id } = await service.createConnection(one, local());
    const renamed = await service.updateConnection(one, id, local({ name: "Renamed", key: undefined }));
    expect(renamed).toMatchObject({ name: "Renamed", keyPreview: "…1234" });
    expect(await service.testConnection(one, id)).toMatchObject({ ok: true });
    await service.updateConnection(one, id, local({ key: "sk-wrong-key-9999" }));
    expect(await service.testConnection(one, id)).toMatchObject({ ok: false });
  });

  it("belong to one workspace", async () => {
    const { id } = await service.createConnection(one, local());
    expect(await service.listConnections(two)).toEqual([]);
    const missing = { code: "not_found" };
    await expect(service.updateConnection(two, id, local())).rejects.toMatchObject(missing);
    await expect(service.testConnection(two, id)).rejects.toMatchObject(missing);
    await expect(service.deleteConnection(two, id)).rejects.toMatchObject(missing);
    await service.deleteConnection(one, id);
    await expect(service.deleteConnection(one, id)).rejects.toMatchObject(missing);
  });

  it("do not give a key to a row it was not sealed for", async () => {
    const { id } = await service.createConnection(one, local());
    const other = await service.createConnection(one, local({ key: "sk-other-key-5678" }));
    const [row] = await database.db.select().from(modelConnections).where(eq(modelConnections.id, id));
    await database.db
      .update(modelConnections)
      .set({ sealedKey: row?.sealedKey ?? "" })
      .where(eq(modelConnections.id, other.id));
    await expect(service.testConnection(one, other.id)).rejects.toMatchObject({ code: "unavailable" });
  });
});

describe("testing a connection", () => {
  it.each<[string, Partial<ConnectionInput>, string | undefined, object]>([
    [
      "works",
      {},
      undefined,
      { ok: true, model: "plain", latencyMs: expect.any(Number), error: null, hint: null },
    ],
    ["works for another model", {}, "words-2", { ok: true, model: "words-2" }],
    [
      "tells the provider's words",
      { key: "sk-wrong-key" },
      undefined,
      {
        ok: false,
        latencyMs: null,
        error: expect.stringContaining("Incorrect API key provided."),
        hint: expect.stringContaining("key"),
      },
    ],
    [
      "tells a failing provider",
      {},
      "status-500",
      {
        ok: false,
        error: expect.stringContaining("Scripted failure"),
        hint: "Check the address of the connection and that its server runs, then test again.",
      },
    ],
    [
      "is refused on a private address nobody opened",
      { allowPrivate: false },
      undefined,
      {
        ok: false,
        error: expect.stringContaining("127.0.0.1"),
        hint: expect.stringContaining("ALLOW_PRIVATE_NETWORK"),
      },
    ],
  ])("%s", async (_name, overrides, model, expected) => {
    const { id } = await service.createConnection(one, local(overrides));
    expect(await service.testConnection(one, id, model)).toMatchObject(expected);
  });
});

describe("the model gateway", () => {
  const gateway = () =>
    modelGateways({
      db: database.db,
      vault,
      egress,
      rulesOf: workspaceRules(database.db),
      offlineMsPerToken: 0,
    })("wsp_1");

  it("resolves a connection's model, slashes in its name included", async () => {
    const { id } = await service.createConnection(one, local());
    const model = await gateway().resolve(`${id}/org/words-3`, { temperature: 0 });
    expect((await model.invoke("Hi")).text).toBe("word1 word2 word3");
    expect(model.metadata).toMatchObject({
      [modelMetadataKeys.provider]: "openai-compatible",
      [modelMetadataKeys.model]: "org/words-3",
    });
  });

  it("reads a connection once for all runs that ask at the same moment, and anew for those after", async () => {
    const { id } = await service.createConnection(one, local());
    const models = gateway();
    const reads = vi.spyOn(database.pool, "query");
    const resolveAll = () =>
      Promise.all(Array.from({ length: 100 }, () => models.resolve(`${id}/plain`, {})));
    expect(await resolveAll()).toHaveLength(100);
    expect(reads).toHaveBeenCalledTimes(1);
    await service.updateConnection(one, id, local({ name: "Renamed", key: "sk-wrong-key-1234" }));
    const [model] = await resolveAll();
    await expect(model?.invoke("Hi")).rejects.toMatchObject({
      code: "model_auth",
      message: expect.stringContaining("Renamed"),
    });
    reads.mockRestore();
  });

  it("resolves the offline model without a connection", async () => {
    const model = await gateway().resolve("offline/offline", {});
    expect((await model.invoke("Hi")).text).toContain("not an AI");
  });

  it.each(["", "plain", "/plain", "con_1/", "con_none/plain", "offline/other"])(
    "refuses %j",
    async (reference) => {
      await expect(gateway().resolve(reference, {})).rejects.toMatchObject({
        code: "model_not_configured",
        details: { field: "model" },
      });
    },
  );

  it("refuses a connection of another workspace like one that does not exist", async () => {
    const { id } = await service.createConnection(two, local());
    await expect(gateway().resolve(`${id}/plain`, {})).rejects.toMatchObject({
      code: "model_not_configured",
    });
  });
});

describe("models and prices", () => {
  it("offers the offline model and those of every connection, with prices where known", async () => {
    const { id } = await service.createConnection(
      one,
      local({
        provider: "openai",
        name: "OpenAI",
        baseUrl: undefined,
        allowPrivate: false,
        models: ["gpt-4o", "mine"],
      }),
    );
    expect(await service.listModels(one)).toEqual([
      expect.objectContaining({
        reference: "offline/offline",
        provider: "offline",
        inputPrice: 0,
        outputPrice: 0,
        facts: expect.any(Object),
      }),
      {
        reference: `${id}/gpt-4o`,
        model: "gpt-4o",
        connection: "OpenAI",
        provider: "openai",
        inputPrice: 2_500_000,
        outputPrice: 10_000_000,
        facts: expect.any(Object),
      },
      expect.objectContaining({ reference: `${id}/mine`, inputPrice: null, outputPrice: null }),
    ]);
  });

  it("sets, changes and drops a workspace's own price", async () => {
    const override = {
      provider: "openai" as const,
      model: "mine",
      price: { input: 1_000_000, output: 2_000_000 },
    };
    await service.putPrice(one, override);
    await service.putPrice(one, {
      ...override,
      price: { input: 3_000_000, output: 4_000_000, cachedInput: 0 },
    });
    expect(await service.listPrices(one)).toEqual([
      { ...override, price: { input: 3_000_000, output: 4_000_000, cachedInput: 0 } },
    ]);
    expect(await service.listPrices(two)).toEqual([]);
    const usage = { input: 1_000, output: 100, cached: 0, cacheWrites: 0, reasoning: 0 };
    expect((await createPriceGateway(database.db, "wsp_1")).price("openai", "mine", usage)).toBe(3_400);
    expect((await createPriceGateway(database.db, "wsp_2")).price("openai", "mine", usage)).toBeNull();
    await service.deletePrice(one, "openai", "mine");
    await expect(service.deletePrice(one, "openai", "mine")).rejects.toMatchObject({ code: "not_found" });
  });

  it("prices an OpenAI-compatible provider by its address, unless two addresses disagree", async () => {
    const usage = { input: 1_000, output: 100, cached: 0, cacheWrites: 0, reasoning: 0 };
    const price = async () =>
      (await createPriceGateway(database.db, "wsp_1")).price("openai-compatible", "gpt-4o", usage);
    expect(await price()).toBeNull();
    await service.createConnection(one, local({ baseUrl: "https://api.openai.com/v1", models: ["gpt-4o"] }));
    expect(await price()).toBe(3_500);
    await service.createConnection(one, local({ models: ["gpt-4o"] }));
    expect(await price()).toBeNull();
  });

  it.each(["unknown", "offline"])("knows what %s costs, if anything", async (provider) => {
    const gateway = await createPriceGateway(database.db, "wsp_1");
    const cost = gateway.price(provider, "offline", {
      input: 5,
      output: 5,
      cached: 0,
      cacheWrites: 0,
      reasoning: 0,
    });
    expect(cost).toBe(provider === "offline" ? 0 : null);
  });
});

describe("providers", () => {
  it("are described for the settings", () => {
    const list = service.listProviders();
    expect(list.map((provider) => provider.type)).toEqual([
      "offline",
      "openai",
      "anthropic",
      "google",
      "azure",
      "bedrock",
      "vertex",
      "mistral",
      "groq",
      "together",
      "ollama",
      "vllm",
      "llama-stack",
      "litellm",
      "openai-compatible",
    ]);
    expect(list.find(({ type }) => type === "bedrock")?.settings).toMatchObject([
      { name: "region", label: "Region", required: true },
      { name: "accessKeyId", label: "Access key ID", required: false },
    ]);
    expect(list).toContainEqual(
      expect.objectContaining({ type: "openai-compatible", needsKey: false, needsBaseUrl: true }),
    );
    expect(list).toContainEqual(
      expect.objectContaining({ type: "anthropic", needsKey: true, needsBaseUrl: false }),
    );
  });
});
