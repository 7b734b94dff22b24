import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { modelsApi, toolsApi, workspaceApi } from "@/lib/api/contract";
import type { RunSummary } from "@/lib/api/contract/runs";
import { publish } from "@/lib/api/testing/publish";
import { createWorld, type World } from "@/lib/api/testing/world";
import type { Actor } from "@/lib/auth/actor";
import { type ProviderServer, startProviderServer } from "@/lib/models/testing/provider-server/server";
import { startMcpServer, type TestMcpServer } from "@/lib/tools/testing/mcp-server";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { calledUsage } from "@/workflows/events/called-usage";
import type { Channel } from "@/workflows/graph/channel";
import { jsonObjectSchema } from "@/workflows/graph/json";
import type { Node } from "@/workflows/graph/node";

const any: Channel = { type: "any", reducer: "replace" };
const messages: Channel = { type: "messages", reducer: "messages" };

/** Runs that reach servers on this machine, all of which count: replayed, they reach none. */
let world: World;
let provider: ProviderServer;
let mcp: TestMcpServer;
let http: { address: string; asked: number; close: () => void };
let folder: string;
let shop: DatabaseSync;
/** By kind of provider. */
const connections = { chat: "", rank: "" };
let addTool = "";
let helper = "";
let me: Actor;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "signalbox-shop-"));
  shop = new DatabaseSync(join(folder, "shop.db"));
  shop.exec("create table visits (id integer primary key, who text)");
  world = await createWorld({ SQLITE_DIR: folder, ALLOW_PRIVATE_NETWORK: "127.0.0.1" });
  me = {
    kind: "member",
    userId: world.home.userIds.admin,
    name: "Admin",
    workspaceId: world.home.id,
    role: "admin",
  };
  [provider, mcp, http] = await Promise.all([startProviderServer({ key: "k" }), startMcpServer(), counter()]);
  connections.chat = await connect("openai-compatible", ["echo", "words-5"]);
  connections.rank = await connect("vllm", ["ranker"]);
  await world.send(workspaceApi.putSecret, { body: { name: "MCP_TOKEN", value: "t0ken" } });
  await world.send(workspaceApi.putSecret, { body: { name: "SHOP", value: "sqlite:shop.db?access=write" } });
  addTool = await imported("add");
  const called = draw({
    channels: { question: text, answer: text },
    nodes: {
      s: start("question"),
      say: node("model", {
        model: `${connections.chat}/words-5`,
        prompt: "{{ question }}",
        output: "answer",
      }),
      done: end("answer"),
    },
    edges: ["s > say", "say > done"],
  });
  helper = (await publish(world, { from: { kind: "document", document: called } })).slug;
});
afterAll(async () => {
  await world.close();
  shop.close();
  http.close();
  await Promise.all([provider.close(), mcp.close(), rm(folder, { recursive: true })]);
});

async function counter() {
  const counting = { address: "", asked: 0, close: () => void server.close() };
  const server = createServer((_request, response) => {
    counting.asked += 1;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ n: counting.asked, by: Math.random() }));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  counting.address = `http://127.0.0.1:${port}/`;
  return counting;
}

async function connect(kind: string, models: string[]): Promise<string> {
  const body = {
    name: kind,
    provider: kind,
    baseUrl: `${provider.url}/v1`,
    key: "k",
    models,
    allowPrivate: true,
  };
  const answer = await world.send(modelsApi.createConnection, { body });
  return modelsApi.connectionSchema.parse(answer.body).id;
}

async function imported(key: string): Promise<string> {
  const settings = {
    kind: "mcp",
    address: mcp.address,
    auth: { type: "bearer", secret: "MCP_TOKEN" },
    allowPrivate: true,
  };
  const seen = await world.send(toolsApi.discoverTools, { body: settings });
  const { fingerprint } = toolsApi.discoverTools.response.parse(seen.body);
  const body = { ...settings, name: "Sums", fingerprint, keys: [key] };
  const { id } = toolsApi.sourceSchema.parse((await world.send(toolsApi.createSource, { body })).body);
  const { tools } = toolsApi.getSource.response.parse(
    (await world.send(toolsApi.getSource, { params: { id } })).body,
  );
  return tools[0]?.id ?? "";
}

/** All that was asked of others, and all that others keep. */
async function reached() {
  const { visits } = Object(shop.prepare("select count(*) as visits from visits").get());
  const { rows } = await world.pool.query(
    `select (select count(*)::int from runs where parent_run_id is not null) as runs,
      (select coalesce(sum(value::text::int), 0)::int from store_items) as stored,
      (select count(*)::int from files) as files`,
  );
  return { provider: provider.requests.length, mcp: mcp.calls.length, http: http.asked, visits, ...rows[0] };
}

interface Story {
  /** Each runs after the one before. */
  nodes: Record<string, Node>;
  /** What the first run does to others, at least. */
  reaches: string | null;
}

const asking = (tool: Record<string, unknown>) =>
  node("agent", {
    model: `${connections.chat}/echo`,
    prompt: "{{ q }}",
    messages: "talk",
    tools: [jsonObjectSchema.parse({ attempts: 1, ...tool })],
  });
const stories: Record<string, () => Story> = {
  "an HTTP request": () => ({
    nodes: { a: node("http", { method: "GET", url: http.address, output: "out" }) },
    reaches: "http",
  }),
  "a database query that writes": () => ({
    nodes: {
      a: node("sql", {
        connection: "SHOP",
        query: "insert into visits (who) values (?) returning id, who, random() as lot",
        values: [{ value: "q" }],
        write: true,
        output: "out",
      }),
    },
    reaches: "visits",
  }),
  "a tool of an MCP server": () => ({
    nodes: {
      a: asking({ type: "imported", config: { tool: { id: addTool, name: "add", repeatable: true } } }),
    },
    reaches: "mcp",
  }),
  "tools that draw by lot and look at the clock": () => ({
    nodes: {
      a: asking({ type: "random", config: {} }),
      b: asking({ type: "current-time", config: { timezone: "UTC" } }),
    },
    reaches: "provider",
  }),
  embeddings: () => ({
    nodes: { a: node("embed", { model: `${connections.chat}/echo`, list: "[q, 'tea']", output: "out" }) },
    reaches: "provider",
  }),
  "a reranking": () => ({
    nodes: {
      a: node("rerank", {
        model: `${connections.rank}/ranker`,
        query: "{{ q }}",
        list: "['tea', 'add and call', 'milk']",
        keep: 2,
        output: "out",
      }),
    },
    reaches: "provider",
  }),
  "the store": () => ({
    nodes: {
      a: node("store", { action: "increment", scope: "agent", key: "visits", by: "2", output: "out" }),
      b: node("store", { action: "get", scope: "agent", key: "visits", output: "more" }),
    },
    reaches: "stored",
  }),
  files: () => ({
    nodes: {
      a: node("file", { action: "write", scope: "agent", name: "note.txt", form: "text", content: "q" }),
      b: node("file", { action: "read", scope: "agent", name: "note.txt", form: "text", output: "out" }),
      c: node("file", { action: "delete", scope: "agent", name: "note.txt", output: "more" }),
      d: node("file", { action: "write", scope: "agent", name: "other.txt", form: "text", content: "q" }),
    },
    reaches: "files",
  }),
  "an agent that is called": () => ({
    nodes: {
      a: node("call-agent", {
        slug: helper,
        inputs: [{ from: "q", to: "question" }],
        outputs: [{ from: "answer", to: "out" }],
      }),
    },
    reaches: "runs",
  }),
  "code that draws by lot": () => ({
    nodes: {
      a: node("code", { code: "return Math.random();", writes: "value", output: "out" }),
    },
    reaches: null,
  }),
  "a wait, the clock and a person": () => ({
    nodes: {
      a: node("wait", { wait: "for", amount: 1, unit: "seconds" }),
      b: node("date", { operation: "format", format: "x", output: "out" }),
      c: node("human", {
        message: "Sure?",
        answers: [{ id: "yes", label: "Yes", tone: "primary" }],
        edit: ["more"],
      }),
    },
    reaches: null,
  }),
};

function drawn(nodes: Record<string, Node>) {
  const portOf = (id = "") => (nodes[id]?.type === "human" ? `${id}.yes` : id);
  const ids = ["s", ...Object.keys(nodes), "done"];
  return draw({
    channels: { q: text, out: any, more: any, talk: messages },
    nodes: { s: start("q"), ...nodes, done: end("out", "more", "talk") },
    edges: ids.slice(1).map((id, at) => `${portOf(ids[at])} > ${id}`),
  });
}

const said: Record<string, string> = {
  "a tool of an MCP server": 'call add {"a": 2, "b": 40}',
  "tools that draw by lot and look at the clock": 'call random {"kind": "uuid", "count": 2}',
};

/** Waits for the end of a run, and answers whom it asks. */
async function ended(runId: string): Promise<RunSummary> {
  for (;;) {
    const run = await world.runs.wait(me, runId);
    if (run.status !== "interrupted") return run;
    const { items } = await world.runs.interrupts(me, { status: "waiting" }, { limit: 10 });
    const [asked] = items.filter((item) => item.runId === runId);
    if (asked) await world.runs.answer(me, asked.id, { answer: "yes", edits: { more: "as they said" } });
    else await awaited(runId);
  }
}

/** A wait for a time ends by itself. */
async function awaited(runId: string): Promise<void> {
  const going = Promise.withResolvers<void>();
  const reader = await world.runs.subscribe(me, runId, 0, (events) => {
    if (events.some(({ type }) => type === "run.resumed")) going.resolve();
  });
  await going.promise.finally(() => reader.close());
}

/** What the last checkpoint of a run holds, as text. */
async function stateOf(runId: string): Promise<string> {
  const { view } = await world.runs.view(me, runId);
  const { values } = await world.runs.stateAt(me, runId, view.checkpoints.at(-1)?.checkpointId ?? "");
  return JSON.stringify(values);
}

const grown = (before: Record<string, number>, after: Record<string, number>) =>
  Object.keys(after).filter((name) => (after[name] ?? 0) > (before[name] ?? 0));

test.each(Object.keys(stories))(
  "%s: replayed, nobody is reached, and it ends in the same state",
  async (name) => {
    const { nodes, reaches } = stories[name]?.() ?? { nodes: {}, reaches: null };
    const { slug: _slug, ...agent } = await publish(world, {
      from: { kind: "document", document: drawn(nodes) },
    });
    const before = await reached();
    const { runId } = await world.runs.create(me, {
      agent: { ...agent, workspaceId: world.home.id },
      graph: { version: 1 },
      source: "test",
      input: { q: said[name] ?? "hello" },
    });
    expect(await ended(runId)).toMatchObject({ status: "success" });
    const after = await reached();
    expect(grown(before, after)).toEqual(expect.arrayContaining(reaches ? [reaches] : []));

    const replay = await world.runs.replay(me, { runId, otherwise: "stop" });
    expect(await ended(replay.id)).toMatchObject({ status: "success", problem: null });
    expect(await reached()).toEqual(after);
    expect(await stateOf(replay.id)).toBe(await stateOf(runId));

    const again = await world.runs.replay(me, { runId: replay.id, otherwise: "stop" });
    await ended(again.id);
    expect(await reached()).toEqual(after);
    expect(await stateOf(again.id)).toBe(await stateOf(runId));
  },
);

test("a replay shows the runs that were called then, and that they cost nothing now", async () => {
  const { nodes } = stories["an agent that is called"]?.() ?? { nodes: {} };
  const agent = await publish(world, { from: { kind: "document", document: drawn(nodes) } });
  const { runId } = await world.runs.create(me, {
    agent: { id: agent.id, workspaceId: world.home.id },
    graph: { version: 1 },
    source: "test",
    input: { q: "hello" },
  });
  await ended(runId);
  const replay = await world.runs.replay(me, { runId, otherwise: "stop" });
  await ended(replay.id);
  const called = async (id: string) => {
    const { view } = await world.runs.view(me, id);
    return view.spans.flatMap(({ run }) => run ?? []);
  };
  const [then] = await called(runId);
  const [now] = await called(replay.id);
  expect(now?.id).toBe(then?.id);
  expect(calledUsage((await world.runs.view(me, runId)).view).tokens.output).toBeGreaterThan(0);
  const { tokens, cost } = calledUsage((await world.runs.view(me, replay.id)).view);
  expect([tokens.output, cost.micros]).toEqual([0, 0]);
});
