import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { echoDocument } from "@/lib/agents/testing/documents";
import { agentsApi, chatApi, runsApi } from "@/lib/api/contract";
import { streamedEvents } from "@/lib/api/testing/event-text";
import { publish } from "@/lib/api/testing/publish";
import { createWorld, type Sent, type World } from "@/lib/api/testing/world";

let world: World;
let slug: string;
let chatSlug: string;
let approvalSlug: string;
beforeAll(async () => {
  world = await createWorld();
  const template = (name: string) => ({ kind: "template" as const, template: name });
  slug = (await publish(world, { from: { kind: "document", document: echoDocument() } })).slug;
  chatSlug = (await publish(world, { from: template("chat-agent"), visibility: "public" })).slug;
  approvalSlug = (await publish(world, { from: template("approval") })).slug;
});
afterAll(() => world.close());

const call = (to: string, body: object, as: Sent["as"] = "key:run") =>
  world.send(chatApi.callAgent, { as, params: { slug: to }, body });
const parse = (body: unknown) => chatApi.callAgent.response.parse(body);
const follow = (to: string, runId: string, sent: Partial<Sent> = {}) =>
  world.fetch(chatApi.streamCall, { as: "key:run", params: { slug: to, runId }, ...sent });

describe("calling an agent and waiting", () => {
  test("answers with the finished run", async () => {
    expect(await call(slug, { input: { question: "Why?" } })).toMatchObject({
      status: 200,
      body: { status: "success", source: "api", version: 1, output: { answer: "Why?" }, interrupts: [] },
    });
  });

  test("a message goes to the only text that is asked for", async () => {
    expect(await call(slug, { message: "Hi" })).toMatchObject({ body: { output: { answer: "Hi" } } });
  });

  test("goes on with a thread", async () => {
    const first = parse((await call(chatSlug, { message: "Hello" })).body);
    const second = parse((await call(chatSlug, { message: "Again", threadId: first.threadId })).body);
    expect(second.threadId).toBe(first.threadId);
    expect(JSON.stringify(second.output)).toContain("Hello");
  });

  test("answers with the pause, which the key can answer", async () => {
    const { id, status, interrupts } = parse((await call(approvalSlug, { message: "A card" })).body);
    expect(status).toBe("interrupted");
    const [pause] = interrupts;
    const answered = await world.send(runsApi.answerInterrupt, {
      as: "key:run",
      params: { id: pause?.id },
      body: { answer: "approve" },
    });
    expect(answered).toMatchObject({ status: 200, body: { answeredBy: "run" } });
    const events = await streamedEvents(await follow(approvalSlug, id));
    expect(events.at(-1)?.type).toBe("run.finished");
  });

  test.each([
    ["a missing input", { input: {} }, "input.question"],
    ["an input it does not take", { input: { question: "a", other: 1 } }, "input.other"],
    ["an input of the wrong type", { input: { question: 1 } }, "input.question"],
  ])("refuses %s by its field", async (_, body, field) => {
    expect(await call(slug, body)).toMatchObject({ status: 422, body: { code: "invalid_input", field } });
  });

  test("is not for visitors: they have the chat page", async () => {
    for (const as of ["visitor", "anonymous"] as const) {
      expect((await call(chatSlug, { message: "Hi" }, as)).status).toBe(401);
    }
  });

  test("is over when the agent goes offline", async () => {
    const agent = await publish(world, { from: { kind: "document", document: echoDocument() } });
    expect((await call(agent.slug, { message: "Hi" })).status).toBe(200);
    await world.send(agentsApi.unpublishAgent, { params: { id: agent.id } });
    expect((await call(agent.slug, { message: "Hi" })).status).toBe(404);
  });
});

describe("streaming a call", () => {
  test("events come with the headers that keep proxies from holding them back", async () => {
    const response = await world.fetch(chatApi.callAgent, {
      as: "key:run",
      params: { slug },
      body: { message: "Hi", stream: true },
    });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
      "x-request-id": expect.stringMatching(/^req_/),
    });
    const events = await streamedEvents(response);
    expect(events[0]).toMatchObject({ seq: 1, type: "run.started" });
    expect(events.at(-1)).toMatchObject({ type: "run.finished", data: { output: { answer: "Hi" } } });
  });

  test("the first words arrive while the run still runs", async () => {
    const response = await world.fetch(chatApi.callAgent, {
      as: "key:manage",
      params: { slug: chatSlug },
      body: { message: "Tell me a long story", stream: true },
    });
    const reader = response.body?.getReader();
    let text = "";
    while (!text.includes("event: model.delta")) {
      const chunk = await reader?.read();
      if (!chunk?.value) throw new Error(`The stream ended without a word: ${text}`);
      text += new TextDecoder().decode(chunk.value);
    }
    const runId = /"runId":"([^"]+)"/.exec(text)?.[1] ?? "";
    expect(text).not.toContain("run.finished");

    // Going away in the middle stops the reading, not the run.
    await reader?.cancel();
    expect((await world.runs.wait(adminOf(world), runId)).status).toBe("success");
  });

  test.each([
    ["Last-Event-ID", { headers: { "last-event-id": "2" } }],
    ["?after=", { query: { after: 2 } }],
    ["Last-Event-ID rather than ?after=", { headers: { "last-event-id": "2" }, query: { after: 0 } }],
  ])("resumes by %s, missing and repeating nothing", async (_, sent) => {
    const { id } = parse((await call(chatSlug, { message: "Hello" })).body);
    const whole = await streamedEvents(await follow(chatSlug, id));
    const rest = await streamedEvents(await follow(chatSlug, id, sent));
    expect(rest).toEqual(whole.filter(({ seq }) => seq > 2));
    const done = { headers: { "last-event-id": String(whole.at(-1)?.seq) } };
    expect((await follow(chatSlug, id, done)).status).toBe(204);
  });

  test("a key that may not read runs sees what a chat shows, others see everything", async () => {
    const { id } = parse((await call(chatSlug, { message: "What is 6 * 7?" })).body);
    const narrow = await streamedEvents(await follow(chatSlug, id));
    const full = await streamedEvents(await follow(chatSlug, id, { as: "key:manage" }));
    expect(JSON.stringify(narrow)).not.toContain("You are a friendly assistant");
    expect(JSON.stringify(full)).toContain("You are a friendly assistant");
    const { body } = await world.send(runsApi.listEvents, { params: { id } });
    expect(full).toEqual(runsApi.listEvents.response.parse(body).items);
  });

  test("members follow any run of the workspace", async () => {
    const { id } = parse((await call(slug, { message: "Hi" })).body);
    const response = await world.fetch(runsApi.streamRun, { as: "viewer", params: { id } });
    expect((await streamedEvents(response)).at(-1)?.type).toBe("run.finished");
  });

  test("a run of another agent is not found at this address", async () => {
    const { id } = parse((await call(slug, { message: "Hi" })).body);
    expect((await follow(chatSlug, id)).status).toBe(404);
  });
});

function adminOf({ home }: World) {
  const { id: workspaceId, userIds } = home;
  return { kind: "member", userId: userIds.admin, name: "admin", workspaceId, role: "admin" } as const;
}

describe("when a run starts", () => {
  const later = new Date(Date.now() + 3_600_000).toISOString();

  test.each([
    ["after some seconds", { afterSeconds: 3_600 }],
    ["at a time", { runAfter: later }],
  ])("%s: the answer is the run that waits, and it can be stopped", async (_, when) => {
    const { status, body } = await call(slug, { message: "Hi", priority: -3, ...when });
    expect([status, body]).toMatchObject([
      200,
      { status: "pending", held: "time", runAfter: expect.any(String), priority: -3, startedAt: null },
    ]);
    const params = { id: parse(body).id };
    expect(await world.send(runsApi.cancelRun, { as: "key:run", params })).toMatchObject({
      status: 200,
      body: { status: "cancelled", startedAt: null },
    });
  });

  test.each([
    ["both at once", { afterSeconds: 1, runAfter: later }, "runAfter"],
    ["a priority out of bounds", { priority: 11 }, "priority"],
    ["a time that is none", { runAfter: "tomorrow" }, "runAfter"],
  ])("refuses %s", async (_, when, field) => {
    expect(await call(slug, { message: "Hi", ...when })).toMatchObject({ status: 422, body: { field } });
  });
});
