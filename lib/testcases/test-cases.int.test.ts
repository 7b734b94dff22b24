import { afterAll, beforeAll, expect, test } from "vitest";
import { agentsApi, modelsApi, promptsApi, replayApi, testCasesApi } from "@/lib/api/contract";
import { agentSchema } from "@/lib/api/contract/agents";
import { type CaseSummary, caseSchema, notGreenSchema } from "@/lib/api/contract/test-cases";
import { createWorld, type World } from "@/lib/api/testing/world";
import type { Actor } from "@/lib/auth/actor";
import { type ProviderServer, startProviderServer } from "@/lib/models/testing/provider-server/server";
import { draw, end, mark, node, start, text, trail } from "@/workflows/compile/testing/draw";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import type { Operation } from "@/workflows/graph/operation";
import { readLines, writeLines } from "@/workflows/testcases/case-lines";

let world: World;
let provider: ProviderServer;
let model = "";
let me: Actor;
beforeAll(async () => {
  world = await createWorld();
  provider = await startProviderServer({ key: "k" });
  const body = {
    name: "Local",
    provider: "openai-compatible",
    baseUrl: `${provider.url}/v1`,
    key: "k",
    models: ["stamps-3"],
    allowPrivate: true,
  };
  const made = await world.send(modelsApi.createConnection, { body });
  model = `${modelsApi.connectionSchema.parse(made.body).id}/stamps-3`;
  const { id: workspaceId, userIds } = world.home;
  me = { kind: "member", userId: userIds.admin, name: "Admin", workspaceId, role: "admin" };
});
afterAll(async () => {
  await world.close();
  await provider.close();
});

/** Asks a model that says something else each time, and signs what it says. */
const signing = (words = " Yours.") =>
  draw({
    channels: { q: text, answer: text, signed: text },
    nodes: {
      s: start("q"),
      say: node("model", { model, prompt: "{{ q }}", output: "answer" }, {}, "Say it"),
      sign: node("set-state", signature(words), {}, "Sign it"),
      done: end("signed"),
    },
    edges: ["s > say", "say > sign", "sign > done"],
  });

function signature(words: string) {
  return { assignments: [{ channel: "signed", value: `answer + ${JSON.stringify(words)}` }] };
}

async function agentOf(document: GraphDocument): Promise<string> {
  const body = { name: "Tested", from: { kind: "document", document } };
  return agentSchema.parse((await world.send(agentsApi.createAgent, { body })).body).id;
}

async function draftOf(id: string) {
  return agentsApi.getAgent.response.parse((await world.send(agentsApi.getAgent, { params: { id } })).body);
}

async function change(id: string, ...operations: Operation[]) {
  const { revision } = await draftOf(id);
  const answer = await world.send(agentsApi.changeDraft, { params: { id }, body: { revision, operations } });
  expect(answer.status).toBe(200);
}

/** A run of the draft that has ended. */
async function ran(agentId: string, input: JsonObject, threadId?: string) {
  const { revision, draft } = await draftOf(agentId);
  const made = await world.runs.create(me, {
    agent: { id: agentId, workspaceId: world.home.id },
    graph: { draftRevision: revision, document: draft },
    source: "test",
    input,
    threadId,
  });
  await world.runs.wait(me, made.runId);
  return made;
}

async function caseOf(runId: string, body: object = {}): Promise<CaseSummary> {
  const { body: made } = await world.send(testCasesApi.createCase, { params: { id: runId }, body });
  return caseSchema.parse(made);
}

async function tried({ id }: CaseSummary, mode = "mocked"): Promise<CaseSummary> {
  const answer = await world.send(testCasesApi.runCase, { params: { id }, body: { mode } });
  return caseSchema.parse(answer.body);
}

const publishing = async (id: string) =>
  world.send(agentsApi.publishAgent, { params: { id }, body: { revision: (await draftOf(id)).revision } });

test("a case of a run passes at once, on recorded results alone", async () => {
  const agentId = await agentOf(signing());
  const { runId } = await ran(agentId, { q: "Hello" });
  const made = await caseOf(runId);
  expect(made).toMatchObject({ name: "Hello", mocks: 1, originRunId: runId, last: null, outdated: false });
  const asked = provider.requests.length;
  const { last, outdated } = await tried(made);
  expect(last).toMatchObject({ ok: true, mode: "mocked", checks: [{ kind: "equals" }, { kind: "path" }] });
  expect(outdated).toBe(false);
  expect(provider.requests).toHaveLength(asked);
  const run = await world.runs.get(me, last?.runId ?? "");
  expect(run).toMatchObject({
    source: "test",
    cost: { micros: 0 },
    origin: { kind: "case", caseId: made.id },
  });
});

test("tried live it asks the world, which says something else", async () => {
  const agentId = await agentOf(signing());
  const made = await caseOf((await ran(agentId, { q: "Hello" })).runId);
  const asked = provider.requests.length;
  const { last } = await tried(made, "live");
  expect(provider.requests).toHaveLength(asked + 1);
  expect(last).toMatchObject({
    ok: false,
    mode: "live",
    checks: [
      { kind: "equals", ok: false, differences: [{ at: "signed" }] },
      { kind: "path", ok: true },
    ],
  });
});

test("a changed draft fails it and says where; the result is of an older draft until it is tried again", async () => {
  const agentId = await agentOf(signing());
  const made = await caseOf((await ran(agentId, { q: "Hello" })).runId);
  await tried(made);
  await change(agentId, { op: "node.configure", id: "sign", set: signature(" Not yours."), unset: [] });
  const list = await world.send(testCasesApi.listCases, { params: { id: agentId } });
  expect(list.body).toMatchObject({ items: [{ last: { ok: true }, outdated: true }] });
  const { last, outdated } = await tried(made);
  const [difference] = last?.checks[0]?.differences ?? [];
  expect([last?.ok, outdated, difference?.at]).toEqual([false, false, "signed"]);
  expect(difference?.wanted).toMatch(/ Yours\.$/);
  expect(difference?.found).toMatch(/ Not yours\.$/);
});

test("a changed prompt of the library makes the result one with older prompts, which does not publish", async () => {
  const saved = await world.send(promptsApi.createPrompt, {
    body: { name: "Politely", text: "Say politely: {{ q }}" },
  });
  const { id: prompt } = promptsApi.promptSchema.parse(saved.body);
  const document = signing();
  const promptFrom = { prompt, name: "Politely", variables: [{ name: "q", value: "q" }] };
  const { say, ...nodes } = document.nodes;
  if (!say) throw new Error("no node");
  const { prompt: _text, ...config } = say.config;
  const agentId = await agentOf({
    ...document,
    nodes: { ...nodes, say: { ...say, config: { ...config, promptFrom } } },
  });
  const made = await caseOf((await ran(agentId, { q: "Hello" })).runId);
  const required = { params: { id: agentId }, body: { required: true } };
  await world.send(testCasesApi.requireTests, required);
  expect(await tried(made)).toMatchObject({ outdated: false, last: { ok: true, prompts: [`${prompt}@1`] } });
  await world.send(promptsApi.savePrompt, {
    params: { id: prompt },
    body: { basedOn: 1, text: "Say very politely: {{ q }}" },
  });
  const list = await world.send(testCasesApi.listCases, { params: { id: agentId } });
  expect(list.body).toMatchObject({ items: [{ outdated: true, outdatedBy: "prompts", last: { ok: true } }] });
  const refused = await publishing(agentId);
  expect(notGreenSchema.parse(Object(refused.body).data)).toMatchObject({ untried: [{ id: made.id }] });
  expect(await tried(made)).toMatchObject({ outdatedBy: null, last: { prompts: [`${prompt}@2`] } });
});

test("a case of one node tries it alone, on what it found", async () => {
  const agentId = await agentOf(signing());
  const made = await caseOf((await ran(agentId, { q: "Hello" })).runId, { span: "sign#1", name: "Signs" });
  expect(made).toMatchObject({ name: "Signs", mocks: 0, case: { node: "sign" } });
  const { last } = await tried(made);
  expect(last).toMatchObject({ ok: true, checks: [{ kind: "equals" }] });
  const { view } = await world.runs.view(me, last?.runId ?? "");
  expect(Object.keys(view.nodes)).toEqual(["sign"]);
});

test("a case of a model's node has that node's recorded answer, whichever visit it was", async () => {
  const agentId = await agentOf(signing());
  const made = await caseOf((await ran(agentId, { q: "Hello" })).runId, { span: "say#1" });
  const asked = provider.requests.length;
  expect((await tried(made)).last).toMatchObject({ ok: true });
  expect(provider.requests).toHaveLength(asked);
});

test("a case of a run in a conversation begins with the state before it", async () => {
  const document = draw({
    channels: { q: text, trail, talk: { type: "messages", reducer: "messages" } },
    nodes: {
      s: start("q"),
      say: node("model", { model, prompt: "{{ q }}", messages: "talk" }),
      b: mark("b"),
      done: end("trail", "talk"),
    },
    edges: ["s > say", "say > b", "b > done"],
  });
  const agentId = await agentOf(document);
  const { threadId } = await ran(agentId, { q: "First" });
  const { runId } = await ran(agentId, { q: "Second" }, threadId);
  const { output } = await world.runs.get(me, runId);
  expect(output).toMatchObject({ trail: ["b", "b"] });
  const made = await caseOf(runId);
  expect(made.case.state).toMatchObject({ q: "First", trail: ["b"] });
  const asked = provider.requests.length;
  const { last } = await tried(made);
  expect(last?.checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(provider.requests).toHaveLength(asked);
  const retold = await world.runs.get(me, last?.runId ?? "");
  expect(JSON.stringify(retold.test)).not.toContain("First");

  const { lines } = testCasesApi.exportCases.response.parse(
    (await world.send(testCasesApi.exportCases, { params: { id: agentId } })).body,
  );
  const other = await agentOf(document);
  await world.send(testCasesApi.importCases, { params: { id: other }, body: { lines } });
  const { items } = testCasesApi.listCases.response.parse(
    (await world.send(testCasesApi.listCases, { params: { id: other } })).body,
  );
  expect(items[0]).toMatchObject({ originRunId: null, case: { state: { q: "First" } } });
  expect((await tried(items[0] ?? made)).last).toMatchObject({ ok: true });
});

test("what it expects can be changed; what it came to before is then no result of it", async () => {
  const agentId = await agentOf(signing());
  const made = await caseOf((await ran(agentId, { q: "Hello" })).runId);
  await tried(made);
  const expectations = [
    { kind: "contains", at: "signed", text: "Yours" },
    { kind: "contains", at: "signed", text: "Not yours", not: true },
    { kind: "matches", at: "signed", pattern: "Yours\\.$" },
    { kind: "has", value: {} },
    { kind: "within", at: "signed", min: 1, not: true },
    { kind: "cost", atMostMicros: 0 },
  ];
  const update = (body: object) => world.send(testCasesApi.updateCase, { params: { id: made.id }, body });
  expect((await update({ expect: expectations })).body).toMatchObject({ last: null });
  expect((await tried(made)).last?.checks.map(({ ok }) => ok)).toEqual([true, true, true, true, true, true]);
  const refused = await update({ expect: [{ kind: "matches", pattern: "(?=a)" }] });
  expect(refused).toMatchObject({ status: 422, body: { code: "invalid_input", field: "expect.0.pattern" } });
  expect((await update({ name: "Renamed" })).body).toMatchObject({ name: "Renamed", last: { ok: true } });
});

test("an import takes all lines or none", async () => {
  const agentId = await agentOf(signing());
  const made = await caseOf((await ran(agentId, { q: "Hello" })).runId);
  const { lines } = testCasesApi.exportCases.response.parse(
    (await world.send(testCasesApi.exportCases, { params: { id: agentId } })).body,
  );
  expect(readLines(lines)).toMatchObject([{ name: made.name, mocks: { aliases: { length: 2 } } }]);
  const add = (text: string) =>
    world.send(testCasesApi.importCases, { params: { id: agentId }, body: { lines: text } });
  expect(await add(`${lines}{"name": "no case"}`)).toMatchObject({
    status: 422,
    body: { detail: expect.stringContaining("Line 2 is no test case") },
  });
  const [line] = readLines(lines);
  if (!line) throw new Error("no line");
  const bad = writeLines([{ ...line, expect: [{ kind: "matches", pattern: "(" }] }]);
  expect((await add(lines + bad)).status).toBe(422);
  expect((await world.send(testCasesApi.listCases, { params: { id: agentId } })).body).toMatchObject({
    items: { length: 1 },
  });
  expect((await add(lines + lines)).body).toEqual({ added: 2 });
  const many = lines.repeat(500);
  expect(await add(many)).toMatchObject({ body: { code: "too_large" } });
});

test("publishing waits for green tests of the draft as it is, where the agent wants it", async () => {
  const agentId = await agentOf(signing());
  const one = await caseOf((await ran(agentId, { q: "Hello" })).runId);
  const two = await caseOf((await ran(agentId, { q: "Good day" })).runId);
  const require = (required: boolean) =>
    world.send(testCasesApi.requireTests, { params: { id: agentId }, body: { required } });
  expect((await require(true)).body).toEqual({ required: true });

  const refusal = async () => {
    const { status, body } = await publishing(agentId);
    expect(status).toBe(409);
    return notGreenSchema.parse(Object(body).data);
  };
  const names = ({ failed, untried }: Awaited<ReturnType<typeof refusal>>) => [
    failed.map(({ name }) => name),
    untried.map(({ id }) => id),
  ];
  expect(names(await refusal())).toEqual([[], [one.id, two.id]]);
  await tried(one);
  expect(names(await refusal())).toEqual([[], [two.id]]);
  await change(agentId, { op: "node.configure", id: "sign", set: signature(" Not yours."), unset: [] });
  await tried(one);
  expect(names(await refusal())).toEqual([["Hello"], [two.id]]);
  await change(agentId, { op: "node.configure", id: "sign", set: signature(" Yours."), unset: [] });
  await tried(one);
  await tried(two);
  expect((await publishing(agentId)).status).toBe(200);

  await change(agentId, { op: "node.title", id: "sign", title: "Signed" });
  await require(false);
  expect((await publishing(agentId)).status).toBe(200);
});

test("what says not what to expect is refused with what to do", async () => {
  const document = signing();
  const broken = { assignments: [{ channel: "signed", value: "answer.split('')[9000]" }] };
  const agentId = await agentOf({
    ...document,
    nodes: { ...document.nodes, sign: node("set-state", broken, {}, "Sign it") },
  });
  const failed = await ran(agentId, { q: "Hello" });
  expect((await world.runs.get(me, failed.runId)).status).toBe("error");
  const make = (id: string, body: object = {}) =>
    world.send(testCasesApi.createCase, { params: { id }, body });
  expect(await make(failed.runId)).toMatchObject({
    status: 409,
    body: { hint: expect.stringContaining("node") },
  });
  expect(await make(failed.runId, { span: "sign#1" })).toMatchObject({ status: 409 });
  expect(await make(failed.runId, { span: "nothing" })).toMatchObject({ status: 409 });
  expect((await make(failed.runId, { span: "say#1" })).status).toBe(200);
  expect((await make("run_unknown")).status).toBe(404);
});

test("a run that its agent does not record can be neither replayed nor made a case of, and says why", async () => {
  const document = signing();
  const agentId = await agentOf({ ...document, settings: { ...document.settings, recording: "off" } });
  const { runId } = await ran(agentId, { q: "Hello" });
  const { rows } = await world.pool.query("select 1 from recorded_calls where run_id = $1", [runId]);
  expect(rows).toEqual([]);
  const refused = { status: 409, body: { detail: expect.stringContaining("not recorded") } };
  expect(await world.send(replayApi.replayRun, { params: { id: runId }, body: {} })).toMatchObject(refused);
  expect(await world.send(testCasesApi.createCase, { params: { id: runId }, body: {} })).toMatchObject(
    refused,
  );
});

test("a fork is replayed from where it went on, beside no conversation, and is no case", async () => {
  const agentId = await agentOf(signing());
  const { runId } = await ran(agentId, { q: "Hello" });
  const { view } = await world.runs.view(me, runId);
  const after = view.checkpoints.find(({ next }) => next.includes("sign"));
  if (!after) throw new Error("no such step");
  const wish = await world.runs.forkOf(me, runId, {
    from: { checkpointId: after.checkpointId },
    edits: [{ channel: "answer", how: "set", value: "Changed." }],
  });
  const fork = await world.runs.create(me, wish);
  expect(await world.runs.wait(me, fork.runId)).toMatchObject({ output: { signed: "Changed. Yours." } });
  const replay = await world.runs.replay(me, { runId: fork.runId, otherwise: "stop" });
  expect(await world.runs.wait(me, replay.id)).toMatchObject({
    status: "success",
    output: { signed: "Changed. Yours." },
  });
  const { rows } = await world.pool.query("select branch_of from threads where id = $1", [replay.threadId]);
  expect(rows).toEqual([{ branch_of: null }]);
  const made = await world.send(testCasesApi.createCase, { params: { id: fork.runId }, body: {} });
  expect(made).toMatchObject({ status: 409, body: { detail: expect.stringContaining("middle") } });
});
