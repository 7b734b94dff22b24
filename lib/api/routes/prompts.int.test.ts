import { afterAll, beforeAll, expect, test } from "vitest";
import { echoDocument } from "@/lib/agents/testing/documents";
import { streamedEvents } from "@/lib/api/testing/event-text";
import { createWorld, type World } from "@/lib/api/testing/world";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import { agentsApi, chatApi, promptsApi, runsApi } from "../contract";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const as = "developer" as const;

async function create(name: string, text: string) {
  const made = await world.send(promptsApi.createPrompt, { as, body: { name, text } });
  expect(made.status).toBe(200);
  return promptsApi.promptSchema.parse(made.body);
}

const save = (id: string, basedOn: number, text: string) =>
  world.send(promptsApi.savePrompt, { as, params: { id }, body: { basedOn, text, note: "Kinder" } });

/** The echo graph with a model in the place of its one node. */
function asking(promptFrom: JsonObject): GraphDocument {
  const document = echoDocument();
  const config = { model: "offline/offline", output: "answer", promptFrom };
  const { echo, ...nodes } = document.nodes;
  return { ...document, nodes: { ...nodes, ...(echo && { echo: { ...echo, type: "model", config } }) } };
}

async function agentWith(promptFrom: JsonObject): Promise<{ id: string; slug: string }> {
  const body = { name: "Asks", from: { kind: "document", document: asking(promptFrom) } };
  const made = await world.send(agentsApi.createAgent, { as, body });
  return agentsApi.createAgent.response.parse(made.body);
}

const use = (prompt: string, more: object = {}): JsonObject => {
  return { prompt, name: "Named", variables: [{ name: "subject", value: "question" }], ...more };
};

/** What the model was sent in a run, and what the trace says of where it came from. */
async function sentIn(runId: string) {
  const events = await streamedEvents(await world.fetch(runsApi.streamRun, { params: { id: runId } }));
  const { body } = await world.send(runsApi.listEvents, { params: { id: runId } });
  expect(events.length).toBeGreaterThan(0);
  const { items } = runsApi.listEvents.response.parse(body);
  return {
    sent: items.flatMap(({ type, data }) =>
      type === "model.started" ? data.messages.map(({ content }) => content) : [],
    ),
    said: items.flatMap(({ type, data }) => (type === "log" ? [data.message] : [])),
  };
}

async function tried(agentId: string) {
  const input = { question: "rain" };
  const made = await world.send(runsApi.createTestRun, {
    as,
    params: { id: agentId },
    body: { revision: 1, input },
  });
  expect(made.body).toMatchObject({ status: expect.any(String) });
  return sentIn(runsApi.createTestRun.response.parse(made.body).id);
}

test("a prompt has versions, each kept, compared and found by its number", async () => {
  const prompt = await create("Summary", "Write about {{ subject }}.");
  expect(prompt).toMatchObject({ version: 1, variables: ["subject"], usedBy: [], cases: [] });
  const saved = await save(prompt.id, 1, "Write kindly about {{ subject }} in {{ words }} words.");
  expect(saved.body).toMatchObject({
    version: 2,
    variables: ["subject", "words"],
    versions: [{ number: 2, note: "Kinder" }, { number: 1 }],
  });
  expect(await save(prompt.id, 1, "Late")).toMatchObject({
    status: 409,
    body: { code: "conflict", data: { version: 2 } },
  });
  const params = { id: prompt.id, number: 1 };
  expect((await world.send(promptsApi.getPromptVersion, { as: "viewer", params })).body).toMatchObject({
    text: "Write about {{ subject }}.",
  });
  const { body } = await world.send(promptsApi.comparePrompt, { params: { id: prompt.id, number: 2 } });
  expect(promptsApi.comparePrompt.response.parse(body)).toMatchObject({
    since: 1,
    differences: expect.arrayContaining([{ kind: "added", text: "kindly " }]),
  });
  const missing = await world.send(promptsApi.getPromptVersion, { params: { id: prompt.id, number: 3 } });
  expect(missing.status).toBe(404);
});

test("names are taken once, in capitals or not; a text that cannot be filled is refused", async () => {
  const { id } = await create("Greeting", "Hello");
  const body = { name: "GREETING", text: "Hi" };
  expect(await world.send(promptsApi.createPrompt, { as, body })).toMatchObject({
    status: 409,
    body: { field: "name" },
  });
  const bad = await save(id, 1, "Hello {{ name");
  expect(bad).toMatchObject({ status: 422, body: { code: "invalid_input", field: "text" } });
  expect((await world.send(promptsApi.getPrompt, { params: { id } })).body).toMatchObject({ version: 1 });
  const change = { name: "Welcome", description: "For everybody" };
  const renamed = await world.send(promptsApi.updatePrompt, { as, params: { id }, body: change });
  expect(renamed.body).toMatchObject({ ...change, version: 1 });
});

test("a node takes the newest text in a draft's run, and the trace says which", async () => {
  const { id } = await create("Newest", "Write about {{ subject }}.");
  const agent = await agentWith(use(id));
  expect(await tried(agent.id)).toMatchObject({
    sent: ["Write about rain."],
    said: ["Prompt “Named”, version 1 of the library."],
  });
  await save(id, 1, "Sing about {{ subject }}.");
  // The draft's revision is the same: another text makes it another graph.
  expect(await tried(agent.id)).toMatchObject({ sent: ["Sing about rain."] });
  const pinned = await agentWith(use(id, { version: 1 }));
  expect(await tried(pinned.id)).toMatchObject({ sent: ["Write about rain."] });
});

test("a published version keeps the text that was the newest then", async () => {
  const { id } = await create("Published", "Write about {{ subject }}.");
  const agent = await agentWith(use(id));
  const published = await world.send(agentsApi.publishAgent, {
    as,
    params: { id: agent.id },
    body: { revision: 1 },
  });
  expect(published.status).toBe(200);
  await save(id, 1, "Sing about {{ subject }}.");
  const called = await world.send(chatApi.callAgent, {
    as: "admin",
    params: { slug: agent.slug },
    body: { input: { question: "rain" } },
  });
  expect(await sentIn(chatApi.callAgent.response.parse(called.body).id)).toMatchObject({
    sent: ["Write about rain."],
  });
  const { body } = await world.send(agentsApi.getAgent, { params: { id: agent.id } });
  // The draft still means the same: it follows the library, as it did when it was published.
  expect(body).toMatchObject({ changedSinceLive: false });
});

test("a run and a version are refused where a prompt is not there or is not told enough", async () => {
  const { id } = await create("Unbound", "Write about {{ subject }} in {{ words }} words.");
  const agent = await agentWith(use(id));
  const params = { id: agent.id };
  const run = await world.send(runsApi.createTestRun, {
    as,
    params,
    body: { revision: 1, input: { question: "x" } },
  });
  expect(run.body).toMatchObject({
    code: "graph_invalid",
    detail: "“Echo”: the prompt “Unbound” asks for “words”. Say what it stands for here.",
    data: [{ path: { nodeId: "echo", field: "promptFrom" } }],
  });
  const version = await world.send(agentsApi.publishAgent, { as, params, body: { revision: 1 } });
  expect(version.body).toMatchObject({ code: "graph_invalid" });
  const other = await agentWith(use("prompt_of_somebody_else"));
  const lost = await world.send(runsApi.createTestRun, {
    as,
    params: { id: other.id },
    body: { revision: 1, input: { question: "x" } },
  });
  expect(lost.body).toMatchObject({ code: "graph_invalid", data: [{ code: "prompt_not_found" }] });
});

test("a prompt that drafts use is not deleted; what is published does not need it", async () => {
  const { id } = await create("Deleted", "Write about {{ subject }}.");
  const agent = await agentWith(use(id));
  expect((await world.send(promptsApi.getPrompt, { params: { id } })).body).toMatchObject({
    usedBy: [{ id: agent.id, name: "Asks" }],
  });
  const refused = await world.send(promptsApi.deletePrompt, { as, params: { id } });
  expect(refused).toMatchObject({ status: 409, body: { detail: "The prompt “Deleted” is used by “Asks”." } });
  await world.send(agentsApi.publishAgent, { as, params: { id: agent.id }, body: { revision: 1 } });
  const set = { prompt: "Written here" };
  const operations = [{ op: "node.configure", id: "echo", set, unset: ["promptFrom"] }];
  await world.send(agentsApi.changeDraft, {
    as,
    params: { id: agent.id },
    body: { revision: 1, operations },
  });
  expect((await world.send(promptsApi.deletePrompt, { as, params: { id } })).status).toBe(204);
  const called = await world.send(chatApi.callAgent, {
    as: "admin",
    params: { slug: agent.slug },
    body: { input: { question: "rain" } },
  });
  expect(called.body).toMatchObject({ status: "success" });
});

test("a text is tried with values, and a model answers it; what that used is counted", async () => {
  const text = "Write about {{ subject }}.";
  const send = (body: object) => world.send(promptsApi.tryPrompt, { as, body });
  expect((await send({ text, values: { subject: "rain" } })).body).toEqual({
    filled: "Write about rain.",
    answer: null,
  });
  expect((await send({ text, values: {} })).body).toMatchObject({
    code: "invalid_input",
    field: "values.subject",
  });
  const count = () =>
    world.pool.query("select count(*)::int as n from usage_records where run_id like 'try_%'");
  const before = (await count()).rows[0].n;
  const asked = await send({ text, values: { subject: "rain" }, model: "offline/offline" });
  expect(asked.body).toMatchObject({
    filled: "Write about rain.",
    answer: { model: "offline", text: expect.any(String) },
  });
  expect((await count()).rows[0].n).toBe(before + 1);
  expect((await send({ text, values: { subject: "x" }, model: "con_none/gpt" })).body).toMatchObject({
    code: "model_not_configured",
  });
});

test("cases stand with the prompt and say which answers are wrong", async () => {
  const { id } = await create("Tested", "Answer with the word {{ word }}: OK");
  const passing = await world.send(promptsApi.tryPrompt, {
    as,
    body: { text: "Answer with the word OK: OK", values: {}, model: "offline/offline" },
  });
  const { answer } = promptsApi.tryPrompt.response.parse(passing.body);
  const cases = [
    {
      name: "Right",
      values: { word: "OK" },
      expect: { type: "contains", text: (answer?.text ?? "").slice(0, 20) },
    },
    { name: "Wrong", values: { word: "OK" }, expect: { type: "matches", pattern: "^nobody says this$" } },
    { name: "Unfilled", values: {}, expect: { type: "contains", text: "OK" } },
  ];
  const kept = await world.send(promptsApi.updatePrompt, { as, params: { id }, body: { cases } });
  expect(kept.body).toMatchObject({ cases });
  const run = (body: object) =>
    world.send(promptsApi.testPrompt, {
      as,
      params: { id, number: 1 },
      body: { model: "offline/offline", ...body },
    });
  expect((await run({})).body).toMatchObject({
    outcomes: [
      { name: "Right", passed: true, problem: null },
      { name: "Wrong", passed: false, problem: "The answer does not match ^nobody says this$." },
      {
        name: "Unfilled",
        passed: false,
        problem: "The prompt asks for “word”. Say what it stands for.",
        answer: null,
      },
    ],
  });
  expect((await run({ cases: ["Wrong"] })).body).toMatchObject({ outcomes: [{ name: "Wrong" }] });
  const twice = { cases: [cases[0], cases[0]] };
  expect((await world.send(promptsApi.updatePrompt, { as, params: { id }, body: twice })).status).toBe(422);
});
