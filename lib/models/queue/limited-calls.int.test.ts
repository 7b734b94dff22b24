import { randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { workspaces } from "@/drizzle/schema";
import type { WorkspaceActor } from "@/lib/auth/actor";
import { type DatabaseHandle, openDatabase } from "@/lib/db/database";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import { createEgress, type Egress } from "@/lib/egress/egress";
import { workspaceRules } from "@/lib/egress/settings";
import { createKeyring } from "@/lib/secrets/keyring";
import { createVault } from "@/lib/secrets/vault";
import type { ModelVisit } from "@/workflows/runtime/ports";
import { modelGateways } from "../model-gateway";
import { createModelService, type ModelService } from "../service";
import { type ProviderServer, startProviderServer } from "../testing/provider-server/server";
import { textModelGateways } from "../text-gateway";
import { KeyQueue } from "./key-queue";

const vault = createVault(createKeyring([randomBytes(32).toString("base64")]));
const ada: WorkspaceActor = {
  kind: "member",
  userId: "usr_1",
  name: "Ada",
  workspaceId: "wsp_1",
  role: "admin",
};
let database: DatabaseHandle;
let other: DatabaseHandle;
let egress: Egress;
let server: ProviderServer;
let service: ModelService;
let refusals: number;
const came: number[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  other = openDatabase(database.url);
  await database.db.insert(workspaces).values({ id: "wsp_1", name: "One" });
});
afterAll(async () => {
  await other.close();
  await database.close();
});
beforeEach(async () => {
  egress = createEgress(["private"]);
  came.length = 0;
  refusals = 0;
  server = await startProviderServer({
    script: () => {
      came.push(performance.now());
      refusals -= 1;
      return refusals >= 0
        ? { status: 429, message: "Slow down.", retryAfterSeconds: 1 }
        : { text: "Hello", toolCalls: [], usage: { input: 5, output: 1, cached: 0, cacheWrites: 0 } };
    },
  });
  const rulesOf = workspaceRules(database.db);
  service = createModelService({ db: database.db, vault, egress, rulesOf });
});
afterEach(async () => {
  await egress.close();
  await server.close();
});

/** What a process of its own has of the models. */
function processOn(handle: DatabaseHandle) {
  return modelGateways(partsOn(handle))("wsp_1");
}

function partsOn({ db, pool }: DatabaseHandle) {
  return { db, vault, egress, rulesOf: workspaceRules(db), queue: new KeyQueue(pool) };
}

async function connect(limits: object): Promise<string> {
  const { id } = await service.createConnection(ada, {
    provider: "openai-compatible",
    name: "Local",
    baseUrl: `${server.url}/v1`,
    models: ["m"],
    allowPrivate: true,
  });
  await service.ruleConnection(ada, id, { facts: {}, limits });
  return `${id}/m`;
}

const visit = (deadlineMs: number, log: ModelVisit["log"] = () => {}): ModelVisit => ({
  runId: "run_none",
  needs: [],
  deadline: Date.now() + deadlineMs,
  log,
});

it("keeps two processes together below what the key allows, and every call is answered", async () => {
  const reference = await connect({ requestsPerMinute: 300 });
  const gateways = [processOn(database), processOn(other)];
  const log = vi.fn();
  const start = performance.now();
  const calls = Array.from({ length: 40 }, async (_, at) => {
    const model = await gateways[at % 2]?.resolve(reference, {}, visit(60_000, log));
    return (await model?.invoke("Hi"))?.text;
  });
  expect(new Set(await Promise.all(calls))).toEqual(new Set(["Hello"]));
  // 30 go at once; each of the others comes 60 s / 271 after the one before it.
  expect(came).toHaveLength(40);
  const late = came.toSorted((a, b) => a - b).slice(30);
  for (const [at, time] of late.entries()) {
    expect(time - start).toBeGreaterThan((at + 1) * (60_000 / 271) - 60);
  }
  expect(log).toHaveBeenCalledWith(
    "info",
    expect.stringMatching(/^Waited \d\.\d s for its turn: the key of “Local”/),
  );
});

it("holds the other process back when the provider says when to come again", async () => {
  const reference = await connect({ requestsPerMinute: 6_000 });
  refusals = 1;
  const [one, two] = [processOn(database), processOn(other)];
  const refused = (await one.resolve(reference, {}, visit(60_000))).invoke("Hi");
  await expect(refused).rejects.toMatchObject({ code: "model_rate_limited" });
  await expect
    .poll(async () => (await database.pool.query("select held_until > now() as held from model_queues")).rows)
    .toContainEqual({ held: true });
  expect((await (await two.resolve(reference, {}, visit(60_000))).invoke("Hi")).text).toBe("Hello");
  const [at, again] = came;
  expect((again ?? 0) - (at ?? 0)).toBeGreaterThan(900);
});

it("says at once that a call cannot be made within the node's time, and sends nothing", async () => {
  const reference = await connect({ requestsPerMinute: 1 });
  const gateway = processOn(database);
  await (await gateway.resolve(reference, {}, visit(1_000))).invoke("Hi");
  const second = (await gateway.resolve(reference, {}, visit(1_000))).invoke("Hi");
  await expect(second).rejects.toMatchObject({
    code: "model_rate_limited",
    message: expect.stringContaining("limited to 1 requests a minute: this call's turn would come in 60 s"),
  });
  expect(came).toHaveLength(1);
});

it("asks the database nothing for a call without a limit", async () => {
  const reference = await connect({});
  const model = await processOn(database).resolve(reference, {}, visit(1_000));
  const asked = vi.spyOn(database.pool, "query");
  await model.invoke("Hi");
  const sql = asked.mock.calls.map(([query]) => JSON.stringify(query));
  asked.mockRestore();
  expect(sql.filter((text) => text.includes("model_queues"))).toEqual([]);
});

it("lets texts that are embedded stand in the same line", async () => {
  const reference = await connect({ requestsPerMinute: 1 });
  await (await processOn(database).resolve(reference, {}, visit(1_000))).invoke("Hi");
  const embedder = await textModelGateways(partsOn(other))("wsp_1").embedder(reference, visit(1_000));
  const { signal } = new AbortController();
  await expect(embedder.embed({ texts: ["Hi"], purpose: "query", signal })).rejects.toMatchObject({
    code: "model_rate_limited",
    message: expect.stringContaining("limited to 1 requests a minute"),
  });
});
