import { randomBytes } from "node:crypto";
import { HumanMessage, SystemMessage } from "@langchain/core/messages";
import { tool } from "@langchain/core/tools";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { modelAnswers, modelConnections, workspaces } from "@/drizzle/schema";
import type { DatabaseHandle } from "@/lib/db/database";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import { createEgress, type Egress } from "@/lib/egress/egress";
import { workspaceRules } from "@/lib/egress/settings";
import { createLog } from "@/lib/log/log";
import { createKeyring } from "@/lib/secrets/keyring";
import { createVault } from "@/lib/secrets/vault";
import { keptMarkOf } from "@/workflows/events/trace/kept-mark.server";
import { usageOf } from "@/workflows/events/trace/usage.server";
import { type KeptAnswers, keptAnswersSchema } from "@/workflows/graph/kept-answers";
import type { ModelSettings } from "@/workflows/runtime/ports";
import { createConnection } from "../connections";
import { modelGateways } from "../model-gateway";
import type { ProviderType } from "../providers/provider";
import { providerOf } from "../providers/registry";
import { type ProviderServer, startProviderServer } from "../testing/provider-server/server";
import { textModelGateways } from "../text-gateway";
import { AnswerCache } from "./answer-cache";
import { AnswerStore } from "./answer-store";

const vault = createVault(createKeyring([randomBytes(32).toString("base64")]));
const log = createLog("silent");
let database: DatabaseHandle;
let server: ProviderServer;
let egress: Egress;
let cache: AnswerCache;

beforeAll(async () => {
  database = await createTestDatabase();
  await database.db.insert(workspaces).values(["wsp_1", "wsp_2"].map((id) => ({ id, name: id })));
});
afterAll(() => database.close());

beforeEach(async () => {
  server = await startProviderServer();
  egress = createEgress(["private"]);
  cache = new AnswerCache(new AnswerStore(database.pool), log);
});
afterEach(async () => {
  await cache.settled();
  await database.db.delete(modelAnswers);
  await database.db.delete(modelConnections);
  await egress.close();
  await server.close();
});

interface Asking {
  provider?: ProviderType;
  path?: string;
  account?: Record<string, string>;
  name?: string;
  workspaceId?: string;
  agentId?: string;
  keep?: Partial<KeptAnswers>;
  settings?: ModelSettings;
  with?: AnswerCache;
}

const connections = new Map<string, string>();
afterEach(() => connections.clear());

async function connectionOf({
  provider = "vllm",
  path = "/v1",
  account = {},
  workspaceId = "wsp_1",
}: Asking) {
  const place = `${workspaceId} ${provider}`;
  const known = connections.get(place);
  if (known) return known;
  const { id } = await createConnection(
    database.db,
    vault,
    { workspaceId },
    {
      provider,
      name: "Test",
      ...(providerOf(provider).definition.baseUrl === "fixed" ? {} : { baseUrl: server.url + path }),
      key: "sk-right-key-1234",
      models: ["plain"],
      allowPrivate: true,
      settings: account,
    },
  );
  connections.set(place, id);
  return id;
}

async function modelOf(asking: Asking = {}) {
  const { name = "plain", workspaceId = "wsp_1", agentId = "agt_1", keep = {}, settings = {} } = asking;
  const id = await connectionOf(asking);
  const parts = { db: database.db, vault, egress, rulesOf: workspaceRules(database.db) };
  const keeper = { cache: asking.with ?? cache, textsOf: textModelGateways(parts) };
  const answers = { agentId, settings: keptAnswersSchema.parse({ match: "exact", ...keep }) };
  return modelGateways({ ...parts, keeper })(workspaceId, answers).resolve(`${id}/${name}`, settings);
}

const question = [new SystemMessage("Be brief."), new HumanMessage("How are you?")];
const ask = async (asking: Asking = {}, messages = question) => {
  const answer = await (await modelOf(asking)).invoke(messages);
  await cache.settled();
  return answer;
};
const chats = () => server.requests.filter(({ dialect }) => !dialect.endsWith("embeddings")).length;

describe("a kept answer", () => {
  it("is given again without asking, for nothing, and says where it comes from", async () => {
    const first = await ask();
    const again = await ask();
    expect(again.text).toBe(first.text);
    expect(chats()).toBe(1);
    expect(keptMarkOf(first)).toBeUndefined();
    expect(keptMarkOf(again)).toEqual({
      match: "exact",
      ageMs: expect.any(Number),
      usage: usageOf(first),
    });
    expect(usageOf(again)).toMatchObject({ input: 0, output: 0 });
    expect(again.id).not.toBe(first.id);
  });

  it("comes in pieces where it is streamed, whole where not, whichever it was before", async () => {
    const wordy = { name: "words-250" };
    const stream = async () => {
      const texts: string[] = [];
      for await (const chunk of await (await modelOf(wordy)).stream(question)) texts.push(chunk.text);
      await cache.settled();
      return texts.filter(Boolean);
    };
    const first = await stream();
    const again = await stream();
    expect(again.join("")).toBe(first.join(""));
    expect(again.length).toBeGreaterThan(50);
    expect((await ask(wordy)).text).toBe(first.join(""));
    expect(chats()).toBe(1);
  });

  it("serves other processes on the same database", async () => {
    await ask();
    await ask({ with: new AnswerCache(new AnswerStore(database.pool), log) });
    expect(chats()).toBe(1);
  });

  it("comes as events of the newer protocol, too", async () => {
    await ask();
    const stream = (await modelOf()).streamEvents(question, { version: "v2" });
    const names: string[] = [];
    for await (const { event } of stream) names.push(event);
    expect(names).toContain("on_chat_model_stream");
    expect(chats()).toBe(1);
  });

  it.each<[string, Asking, Asking]>([
    [
      "another workspace",
      { keep: { scope: "workspace" } },
      { workspaceId: "wsp_2", keep: { scope: "workspace" } },
    ],
    ["another agent", {}, { agentId: "agt_2" }],
    ["another person", by("ada"), by("bob")],
    ["another model", {}, { name: "words-3" }],
    ["another temperature", {}, { settings: { temperature: 0.5 } }],
    ["a longest answer", {}, { settings: { maxTokens: 9 } }],
  ])("is not given to %s", async (_, one, other) => {
    await ask(one);
    await ask(other);
    expect(chats()).toBe(2);
    await ask(one);
    expect(chats()).toBe(2);
  });

  it.each<[string, Asking, Asking]>([
    [
      "another agent of the workspace",
      { keep: { scope: "workspace" } },
      { agentId: "agt_2", keep: { scope: "workspace" } },
    ],
    ["the same person", by("ada"), by("ada")],
    [
      "another person, where it is the agent's",
      { settings: { person: "ada" } },
      { settings: { person: "bob" } },
    ],
  ])("is given to %s", async (_, one, other) => {
    await ask(one);
    await ask(other);
    expect(chats()).toBe(1);
  });

  it("is nobody's where it is to be a person's and there is none", async () => {
    await ask({ keep: { scope: "user" } });
    await ask({ keep: { scope: "user" } });
    expect(chats()).toBe(2);
  });

  it.each([
    ["what was said before", [new SystemMessage("Be long."), question[1] ?? ""]],
    ["a picture", [new HumanMessage({ content: [{ type: "text", text: "How are you?" }] })]],
  ])("depends on %s", async (_, messages) => {
    await ask();
    await ask(
      {},
      messages.map((each) => (typeof each === "string" ? new HumanMessage(each) : each)),
    );
    expect(chats()).toBe(2);
  });

  it("is too old after its time, and after a shorter time than it was kept for", async () => {
    await ask();
    await database.pool.query("update model_answers set created_at = now() - interval '2 minutes'");
    await ask({ keep: { seconds: 60 } });
    expect(chats()).toBe(2);
    await database.pool.query("update model_answers set expires_at = now()");
    await ask();
    expect(chats()).toBe(3);
  });

  it("is asked for anew where it must be fresh, and takes the place of the one before", async () => {
    await ask();
    await ask({ settings: { fresh: true } });
    expect(chats()).toBe(2);
    const { rows } = await database.pool.query("select count(*)::int as count from model_answers");
    expect(rows).toEqual([{ count: 1 }]);
  });

  it("is not kept where the connection has changed since", async () => {
    await ask();
    await database.pool.query("update model_connections set updated_at = now() + interval '1 second'");
    await ask();
    expect(chats()).toBe(2);
  });
});

describe("what is no answer is not kept", () => {
  it.each(["status-500", "cut-3", "garbage-2", "ended-2"])("%s", async (name) => {
    const read = async () => {
      for await (const { text } of await (await modelOf({ name })).stream(question))
        expect(text).toBeDefined();
    };
    const code = expect.stringMatching(/^model_/);
    for (const _ of [1, 2]) await expect(read()).rejects.toMatchObject({ code });
    await cache.settled();
    expect(chats()).toBe(2);
    const { rows } = await database.pool.query("select 1 from model_answers");
    expect(rows).toEqual([]);
  });

  it("a call that was stopped in the middle", async () => {
    const model = await modelOf({ name: "words-50-tps-100" });
    const stop = new AbortController();
    const read = async () => {
      for await (const { text } of await model.stream(question, { signal: stop.signal }))
        if (text) stop.abort();
    };
    await expect(read()).rejects.toThrow();
    await ask({ name: "words-50-tps-100" });
    expect(chats()).toBe(2);
  });
});

describe("tools", () => {
  const adder = (description: string) =>
    tool(({ a }) => a, { name: "add", description, schema: z.object({ a: z.number() }) });
  const calling = [new HumanMessage('call add {"a":1}')];

  it.each<Asking>([
    { provider: "vllm" },
    { provider: "openai" },
    { provider: "openai-compatible" },
    { provider: "anthropic", path: "" },
    { provider: "google", path: "" },
    { provider: "mistral", path: "/mistral/v1" },
    { provider: "ollama", path: "" },
    { provider: "bedrock", path: "", account: { region: "eu-central-1" } },
  ])("of $provider are part of the question, and calls of them are not kept", async (asking) => {
    const bound = async (description: string, messages = question) => {
      const model = await modelOf(asking);
      const answer = await model.bindTools?.([adder(description)]).invoke(messages);
      await cache.settled();
      return answer;
    };
    await ask(asking);
    await bound("Adds.");
    await bound("Adds more.");
    expect(chats()).toBe(3);
    await bound("Adds.");
    await ask(asking);
    expect(chats()).toBe(3);
    const called = await bound("Adds.", calling);
    expect(called?.tool_calls).toHaveLength(1);
    await bound("Adds.", calling);
    expect(chats()).toBe(5);
  });

  it.each<Asking>([
    { provider: "vllm" },
    { provider: "litellm" },
    { provider: "openai" },
    { provider: "anthropic", path: "" },
    { provider: "google", path: "" },
    { provider: "mistral", path: "/mistral/v1" },
    { provider: "ollama", path: "" },
  ])("that stand for a structured answer of $provider are an answer", async (asking) => {
    const byTool = ["litellm", "anthropic", "google"].includes(asking.provider ?? "");
    const schema = z.object({ a: z.number() });
    const said = new HumanMessage(byTool ? 'call answer {"a":1}' : 'json {"a":1}');
    const structured = async () => {
      const model = (await modelOf(asking)).withStructuredOutput(schema, { name: "answer" });
      const value = await model.invoke([said]);
      await cache.settled();
      return value;
    };
    expect(await structured()).toEqual({ a: 1 });
    expect(await structured()).toEqual({ a: 1 });
    expect(chats()).toBe(1);
  });
});

describe("questions at the same moment", () => {
  it("are one call", async () => {
    const model = await modelOf({ name: "words-20-tps-200" });
    const answers = await Promise.all(Array.from({ length: 20 }, () => model.invoke(question)));
    expect(chats()).toBe(1);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.filter((answer) => keptMarkOf(answer)).length).toBe(19);
  });

  it("are asked each for itself where the first one fails", async () => {
    const model = await modelOf({ name: "flaky-503-1" });
    const ends = await Promise.allSettled(Array.from({ length: 5 }, () => model.invoke(question)));
    expect(ends.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(chats()).toBe(5);
  });

  it("let one go that is stopped, and the others wait", async () => {
    const stop = new AbortController();
    const model = await modelOf({ name: "words-20-tps-100" });
    const first = model.invoke(question);
    const second = model.invoke(question, { signal: stop.signal });
    stop.abort();
    await expect(second).rejects.toThrow();
    expect((await first).text).toContain("word20");
    expect(chats()).toBe(1);
  });
});

describe("by meaning", () => {
  const keep = { match: "semantic" as const, embedding: "offline/offline", likeness: 0.8 };
  const asked = (text: string, more: Asking = {}) =>
    ask({ keep, ...more }, [new SystemMessage("Be brief."), new HumanMessage(text)]);

  it("finds an answer to the same question in other words, and says how alike they are", async () => {
    const first = await asked("Which kettle leaks at the handle?");
    const alike = await asked("At the handle, which kettle leaks");
    expect(alike.text).toBe(first.text);
    expect(keptMarkOf(alike)).toMatchObject({ match: "semantic", likeness: expect.closeTo(1, 5) });
    expect(chats()).toBe(1);
    await asked("Which lamp is red?");
    expect(chats()).toBe(2);
  });

  it("finds none of another agent, nor with other instructions, nor below the likeness", async () => {
    await asked("Which kettle leaks at the handle?");
    await asked("At the handle, which kettle leaks", { agentId: "agt_2" });
    await ask({ keep }, [new HumanMessage("At the handle, which kettle leaks")]);
    await asked("At the handle, which kettle leaks now", { keep: { ...keep, likeness: 0.99 } });
    expect(chats()).toBe(4);
  });

  it("asks the model where the embedding model cannot be reached", async () => {
    const broken = { ...keep, embedding: "con_gone/embed" };
    await asked("Which kettle?", { keep: broken });
    await asked("Which kettle?", { keep: broken });
    expect(chats()).toBe(1);
    await asked("Kettle, which?", { keep: broken });
    expect(chats()).toBe(2);
  });
});

it("models are asked where the database does not answer", async () => {
  const closed = new AnswerStore(
    Object.assign(Object.create(database.pool), { query: () => Promise.reject(new Error("gone")) }),
  );
  const broken = new AnswerCache(closed, log);
  await ask({ with: broken });
  await ask({ with: broken });
  await broken.settled();
  expect(chats()).toBe(2);
});

function by(person: string): Asking {
  return { keep: { scope: "user" }, settings: { person } };
}
