import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runs } from "@/drizzle/schema";
import { echoDocument } from "@/lib/agents/testing/documents";
import { agentsApi, chatApi, runsApi } from "@/lib/api/contract";
import { streamedEvents } from "@/lib/api/testing/event-text";
import { publish } from "@/lib/api/testing/publish";
import { createWorld, type Sent, type World } from "@/lib/api/testing/world";

let world: World;
let slug: string;
let agentId: string;
beforeAll(async () => {
  world = await createWorld();
  const agent = await publish(world, { from: { kind: "document", document: echoDocument() } });
  slug = agent.slug;
  agentId = agent.id;
});
afterAll(() => world.close());

const ask = (key: string, question: string, sent: Partial<Sent> = {}) =>
  world.send(chatApi.callAgent, {
    as: "key:run",
    params: { slug },
    body: { input: { question } },
    headers: { "idempotency-key": key },
    ...sent,
  });
const runIdOf = (answer: { body: unknown }) => chatApi.callAgent.response.parse(answer.body).id;
const count = () => world.db.$count(runs, eq(runs.agentId, agentId));

describe("a request with an Idempotency-Key", () => {
  test("that comes again gets the run which the first one made, quoted or not", async () => {
    const before = await count();
    const ids = [await ask("again", "Why?"), await ask("again", "Why?"), await ask('"again"', "Why?")].map(
      runIdOf,
    );
    expect(new Set(ids).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  test("makes one run when it comes 50 times at once", async () => {
    const before = await count();
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask("at-once", "Why?")));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map(runIdOf)).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  test("is another request when somebody else sends it", async () => {
    const [mine, theirs] = [await ask("shared", "Why?"), await ask("shared", "Why?", { as: "developer" })];
    expect(runIdOf(mine)).not.toBe(runIdOf(theirs));
  });

  test("is refused with another body, and nothing is made", async () => {
    await ask("mistake", "Why?");
    const before = await count();
    expect(await ask("mistake", "How?")).toMatchObject({
      status: 422,
      body: { code: "invalid_input", field: "Idempotency-Key" },
    });
    expect(await count()).toBe(before);
  });

  test("that was refused can be sent again with the same key", async () => {
    const refused = await ask("later", "Why?", { params: { slug: "nobody" } });
    expect(refused.status).toBe(404);
    expect((await ask("bad", "Why?", { body: { input: { other: 1 } } })).status).toBe(422);
    expect((await ask("bad", "Why?")).status).toBe(200);
  });

  test.each(["", "a b", "x".repeat(256)])("with the key “%s” is refused", async (key) => {
    expect(await ask(key, "Why?")).toMatchObject({ status: 422, body: { field: "Idempotency-Key" } });
  });
});

test("a message of a chat is sent once, and found after its conversation went on", async () => {
  const chat = await publish(world, { from: { kind: "template", template: "chat-agent" } });
  const say = (message: string, key: string, threadId?: string) =>
    world.send(chatApi.sendMessage, {
      params: { slug: chat.slug },
      body: { message, threadId },
      headers: { "idempotency-key": key },
    });
  const first = chatApi.sendMessage.response.parse((await say("Hi", "m1")).body);
  const params = { slug: chat.slug, runId: first.runId };
  await streamedEvents(await world.fetch(chatApi.streamTurn, { params }));
  const second = chatApi.sendMessage.response.parse((await say("More", "m2", first.threadId)).body);
  expect((await say("Hi", "m1")).body).toEqual(first);
  expect((await say("More", "m2", first.threadId)).body).toEqual(second);
});

test("a test run is found again although the draft has moved", async () => {
  const agent = agentsApi.createAgent.response.parse(
    (
      await world.send(agentsApi.createAgent, {
        body: { name: "Draft", from: { kind: "document", document: echoDocument() } },
      })
    ).body,
  );
  const start = () =>
    world.send(runsApi.createTestRun, {
      params: { id: agent.id },
      body: { revision: 1, input: { question: "Why?" } },
      headers: { "idempotency-key": "draft" },
    });
  const first = await start();
  expect(first.status).toBe(200);
  await world.db.execute(`update agents set revision = 2 where id = '${agent.id}'`);
  const again = await start();
  expect(again).toMatchObject({
    status: 200,
    body: { id: runsApi.createTestRun.response.parse(first.body).id },
  });
});
