import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agentsApi, chatApi, feedbackApi, runListsApi, runsApi } from "@/lib/api/contract";
import { publish } from "@/lib/api/testing/publish";
import { createWorld, type Sent, type World } from "@/lib/api/testing/world";
import { deleteRun } from "@/lib/retention/delete-runs";
import { draw, end, start, text } from "@/workflows/compile/testing/draw";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const up = { kind: "thumb", thumb: "up" } as const;
const down = { kind: "thumb", thumb: "down" } as const;
const echo = () =>
  draw({
    channels: { page: text },
    nodes: { start: start("page"), end: end("page") },
    edges: ["start > end"],
  });

async function echoRun(as: Sent["as"] = "admin") {
  const { slug, id: agentId } = await publish(world, { from: { kind: "document", document: echo() } });
  const { body } = await world.send(chatApi.callAgent, {
    as,
    params: { slug },
    body: { input: { page: "one" } },
  });
  const { id } = chatApi.callAgent.response.parse(body);
  return { id, slug, agentId };
}
const give = (id: string, body: unknown, as: Sent["as"] = "admin") =>
  world.send(feedbackApi.giveFeedback, { as, params: { id }, body });
async function saidOf(id: string, as: Sent["as"] = "admin") {
  const { body } = await world.send(feedbackApi.listFeedback, { as, params: { id } });
  return feedbackApi.listFeedback.response.parse(body).items;
}
async function idsOf(query: Record<string, string | number>): Promise<string[]> {
  const { body } = await world.send(runsApi.listRuns, { query });
  return runsApi.listRuns.response.parse(body).items.map(({ id }) => id);
}

describe("of a run", () => {
  test("everybody has one voice under a name, the last", async () => {
    const { id } = await echoRun();
    await give(id, { value: up, comment: "Nice" });
    await give(id, { value: down });
    await give(id, { value: up }, "analyst");
    await give(id, { name: "accuracy", value: { kind: "score", score: 4, min: 1, max: 5 } });
    await give(id, { comment: "As asked" });
    expect(await saidOf(id)).toMatchObject([
      { name: "thumbs", value: down, comment: null, own: true, source: "reviewer", spanId: null },
      { name: "thumbs", value: up, own: false },
      { name: "accuracy", value: { kind: "score", score: 4, min: 1, max: 5 }, own: true },
      { name: "comment", value: null, comment: "As asked", own: true },
    ]);
    const { body } = await world.send(runsApi.getRun, { params: { id } });
    expect(body).toMatchObject({
      feedback: { up: 1, down: 1, comments: 1, scores: [{ name: "accuracy", mean: 4, count: 1 }] },
    });
  });

  test("a program speaks for whom it names, and takes it back", async () => {
    const { id } = await echoRun("key:run");
    await give(id, { value: up, user: "ann" }, "key:run");
    await give(id, { value: down, user: "bob" }, "key:run");
    await give(id, { value: down, user: "ann" }, "key:run");
    const said = await saidOf(id);
    expect(said).toMatchObject([
      { value: down, by: "ann", source: "api", own: false },
      { value: down, by: "bob", source: "api" },
    ]);
    const params = { id, feedbackId: said[0]?.id };
    expect((await world.send(feedbackApi.deleteFeedback, { as: "analyst", params })).status).toBe(404);
    expect((await world.send(feedbackApi.deleteFeedback, { as: "key:run", params })).status).toBe(204);
    expect(await saidOf(id)).toHaveLength(1);
    expect((await give(id, { value: up, user: "ann" })).body).toMatchObject({ field: "user" });
  });

  test.each<[what: string, body: unknown, field: string]>([
    ["nothing", {}, "value"],
    ["a score out of its range", { name: "a", value: { kind: "score", score: 7 } }, "value.score"],
    ["a span that is not there", { value: up, spanId: "nowhere" }, "spanId"],
    ["a message that is not there", { value: up, messageId: "nowhere" }, "messageId"],
  ])("is refused at the field: %s", async (_what, body, field) => {
    const { id } = await echoRun();
    const answer = await give(id, body);
    expect(answer).toMatchObject({ status: 422, body: { field } });
    expect(await saidOf(id)).toEqual([]);
  });

  test("is of a span or a message that is there", async () => {
    const { slug } = await publish(world, { from: { kind: "template", template: "chat-agent" } });
    const sent = await world.send(chatApi.sendMessage, { params: { slug }, body: { message: "A card" } });
    const { runId: id, threadId } = chatApi.sendMessage.response.parse(sent.body);
    await (await world.fetch(chatApi.streamTurn, { params: { slug, runId: id } })).text();
    const { body } = await world.send(runsApi.getRunView, { params: { id } });
    const spanId = runsApi.getRunView.response.parse(body).view.spans[0]?.id;
    expect(spanId).toEqual(expect.any(String));
    const thread = await world.send(chatApi.getThread, { params: { slug, threadId } });
    const { messages } = chatApi.getThread.response.parse(thread.body).turns[0] ?? {};
    const messageId = messages?.[0]?.id;
    expect(messageId).toEqual(expect.any(String));
    await give(id, { value: up, spanId });
    await give(id, { value: up, messageId });
    await give(id, { value: down });
    expect(await saidOf(id)).toMatchObject([
      { spanId, messageId: null, value: up },
      { spanId: null, messageId, value: up },
      { spanId: null, messageId: null, value: down },
    ]);
  });

  test("goes with its run", async () => {
    const { id } = await echoRun();
    await give(id, { value: up });
    await deleteRun(world.pool, world.home.id, id);
    const { rows } = await world.pool.query("select 1 from feedback where run_id = $1", [id]);
    expect(rows).toEqual([]);
  });

  test("stands in the audit log when a reviewer gives and takes it", async () => {
    const { id } = await echoRun();
    const { body } = await give(id, { value: up });
    const feedbackId = feedbackApi.feedbackSchema.parse(body).id;
    await world.send(feedbackApi.deleteFeedback, { params: { id, feedbackId } });
    const { rows } = await world.pool.query(
      "select action from audit_events where target_id = $1 order by created_at",
      [id],
    );
    expect(rows).toEqual([{ action: "giveFeedback" }, { action: "deleteFeedback" }]);
  });
});

test("an administrator alone deletes what somebody else said, and the audit log says whose it was", async () => {
  const { id } = await echoRun();
  await give(id, { value: down, comment: "Rude words" }, "analyst");
  const [said] = await saidOf(id);
  const params = { id, feedbackId: said?.id };
  const remove = (as: Sent["as"]) => world.send(feedbackApi.deleteFeedback, { as, params });
  expect((await remove("developer")).status).toBe(404);
  expect((await remove("key:manage")).status).toBe(404);
  expect((await remove("admin")).status).toBe(204);
  expect((await remove("admin")).status).toBe(404);
  expect(await saidOf(id)).toEqual([]);
  const { rows } = await world.pool.query(
    "select data from audit_events where target_id = $1 and action = 'deleteFeedback'",
    [id],
  );
  expect(rows).toMatchObject([{ data: { deleted: { by: said?.by, own: false, value: down } } }]);
});

describe("lists of runs", () => {
  test("are narrowed to what was said", async () => {
    const { id, agentId } = await echoRun();
    await give(id, { value: down, comment: "Wrong" });
    await give(id, { name: "accuracy", value: { kind: "score", score: 0.2 } });
    expect(await idsOf({ agentId, thumb: "down" })).toEqual([id]);
    expect(await idsOf({ agentId, thumb: "up" })).toEqual([]);
    expect(await idsOf({ agentId, score: "accuracy" })).toEqual([id]);
    expect(await idsOf({ agentId, score: "accuracy", minScore: 0.1, maxScore: 0.2 })).toEqual([id]);
    expect(await idsOf({ agentId, score: "accuracy", minScore: 0.3 })).toEqual([]);
    expect(await idsOf({ agentId, score: "tone" })).toEqual([]);
    expect(await idsOf({ agentId, commented: "yes" })).toEqual([id]);
    expect(await idsOf({ agentId, commented: "no" })).toEqual([]);
    const refused = await world.send(runsApi.listRuns, { query: { minScore: 1 } });
    expect(refused).toMatchObject({ status: 422, body: { field: "score" } });
    const names = await world.send(feedbackApi.listFeedbackNames, {});
    expect(names.body).toMatchObject({
      items: expect.arrayContaining([{ name: "accuracy", kind: "score", min: 0, max: 1 }]),
    });
  });

  test("leave with it", async () => {
    const { id } = await echoRun();
    await give(id, { value: down, comment: "Wrong" });
    const query = { text: id, format: "csv" };
    const csv = await (await world.fetch(runListsApi.exportRuns, { query })).text();
    expect(csv).toContain(',"1 down, 1 comment",');
  });
});

describe("in a public chat", () => {
  async function talk(as: Sent["as"]) {
    const agent = await publish(world, { from: { kind: "document", document: echo() } });
    await world.send(agentsApi.updateAgent, { params: { id: agent.id }, body: { visibility: "public" } });
    const sent = await world.send(chatApi.sendMessage, {
      as,
      params: { slug: agent.slug },
      body: { input: { page: "Hello" } },
    });
    const { runId, threadId } = chatApi.sendMessage.response.parse(sent.body);
    return { id: agent.id, slug: agent.slug, runId, threadId };
  }
  const say = (of: { slug: string; runId: string }, as: Sent["as"], body: unknown) =>
    world.send(feedbackApi.giveTurnFeedback, { as, params: { slug: of.slug, runId: of.runId }, body });

  test("a visitor speaks of their own turns, and sees it again", async () => {
    const me = world.visit();
    const of = await talk(me);
    const { body } = await say(of, me, { value: down, comment: "Wrong" });
    const { id } = feedbackApi.feedbackSchema.parse(body);
    const seen = async () => {
      const { slug, threadId } = of;
      const answer = await world.send(chatApi.getThread, { as: me, params: { slug, threadId } });
      return chatApi.getThread.response.parse(answer.body).turns[0]?.feedback;
    };
    expect(await seen()).toMatchObject([{ id, value: down, comment: "Wrong", by: null, own: true }]);
    await give(of.runId, { comment: "Not for the visitor's eyes" });
    expect(await seen()).toHaveLength(1);
    expect(await saidOf(of.runId)).toMatchObject([{ source: "chat", by: null, own: false }, {}]);
    expect((await say(of, world.visit(), { value: up })).status).toBe(404);
    const params = { slug: of.slug, runId: of.runId, feedbackId: id };
    const gone = await world.send(feedbackApi.deleteTurnFeedback, { as: me, params });
    expect(gone.status).toBe(204);
    expect(await seen()).toEqual([]);
  });

  test("nobody is asked where the agent does not want it", async () => {
    const me = world.visit();
    const of = await talk(me);
    await world.send(agentsApi.updateAgent, { params: { id: of.id }, body: { asksFeedback: false } });
    const { body } = await world.send(chatApi.getChat, { as: me, params: { slug: of.slug } });
    expect(body).toMatchObject({ asksFeedback: false });
    expect(await say(of, me, { value: down })).toMatchObject({ status: 403 });
  });
});
