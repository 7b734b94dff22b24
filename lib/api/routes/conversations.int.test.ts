import { afterAll, beforeAll, expect, test } from "vitest";
import { chatApi, conversationsApi, feedbackApi, runsApi } from "@/lib/api/contract";
import { publish } from "@/lib/api/testing/publish";
import { createWorld, type World } from "@/lib/api/testing/world";

let world: World;
let agent: Awaited<ReturnType<typeof publish>>;
beforeAll(async () => {
  world = await createWorld();
  agent = await publish(world, { from: { kind: "template", template: "chat-agent" } });
});
afterAll(() => world.close());

async function say(message: string, threadId?: string) {
  const { slug } = agent;
  const sent = await world.send(chatApi.sendMessage, { params: { slug }, body: { message, threadId } });
  const made = chatApi.sendMessage.response.parse(sent.body);
  await (await world.fetch(chatApi.streamTurn, { params: { slug, runId: made.runId } })).text();
  return made;
}
async function list(query: Record<string, string | number> = {}) {
  const { body } = await world.send(conversationsApi.listConversations, { query });
  return conversationsApi.listConversations.response.parse(body);
}
const idsOf = async (query: Record<string, string | number>) => (await list(query)).items.map(({ id }) => id);
async function read(id: string, before?: string) {
  const sent = { params: { id }, ...(before !== undefined && { query: { before } }) };
  const { body } = await world.send(conversationsApi.getConversation, sent);
  return conversationsApi.getConversation.response.parse(body);
}
const give = (id: string, body: unknown) => world.send(feedbackApi.giveFeedback, { params: { id }, body });

test("a conversation is shown turn by turn, with what each took and what was said of it", async () => {
  const first = await say("What is 1 + 1?");
  const second = await say("And 2 + 2?", first.threadId);
  await give(second.runId, { value: { kind: "thumb", thumb: "down" }, comment: "Wrong" });
  const seen = await read(first.threadId);
  expect(seen).toMatchObject({
    id: first.threadId,
    agentName: "Published",
    person: "admin of home",
    isVisitor: false,
    count: 2,
    hasEarlier: false,
    messagesChannel: "messages",
    feedback: { up: 0, down: 1, comments: 1 },
    branches: [],
    turns: [
      {
        runId: first.runId,
        status: "success",
        feedback: [],
        run: { version: 1, createdBy: "admin of home" },
      },
      { runId: second.runId, feedback: [{ name: "thumbs", comment: "Wrong" }] },
    ],
  });
  expect(seen.turns.map(({ messages }) => messages[0]?.content)).toEqual(["What is 1 + 1?", "And 2 + 2?"]);
  const tokens = seen.turns.reduce((sum, { run }) => sum + run.tokens.input + run.tokens.output, 0);
  expect(seen.tokens).toBe(tokens);
  expect(tokens).toBeGreaterThan(0);
  const earlier = await read(first.threadId, second.runId);
  expect(earlier.turns.map(({ runId }) => runId)).toEqual([first.runId]);
});

test("a fork stands beside the turn that it was made from, and leads to the conversation", async () => {
  const first = await say("One");
  const second = await say("Two", first.threadId);
  const events = await world.send(runsApi.listEvents, { params: { id: first.runId } });
  const saved = runsApi.listEvents.response
    .parse(events.body)
    .items.find((event) => event.type === "checkpoint.saved");
  if (saved?.type !== "checkpoint.saved") throw new Error("nothing to fork from");
  const { checkpointId } = saved.data;
  const forked = await world.send(runsApi.forkRun, {
    params: { id: first.runId },
    body: { from: { checkpointId } },
  });
  const fork = runsApi.forkRun.response.parse(forked.body);
  const seen = await read(fork.threadId);
  expect(seen.id).toBe(first.threadId);
  expect(seen.turns.map(({ runId }) => runId)).toEqual([first.runId, second.runId]);
  expect(seen.branches).toMatchObject([{ runId: fork.id, from: first.runId, isOwn: false }]);
  const [listed] = (await list({ text: first.threadId })).items;
  expect(listed).toMatchObject({ id: first.threadId, turns: 2, branched: 1 });
});

test("conversations are found by what they are and what was said, page by page", async () => {
  const { threadId, runId } = await say("A platypus, please");
  await give(runId, { value: { kind: "thumb", thumb: "up" }, comment: "Nice" });
  expect(await idsOf({ text: "PLATYPUS" })).toEqual([threadId]);
  expect(await idsOf({ thumb: "up" })).toEqual([threadId]);
  expect(await idsOf({ thumb: "up", commented: "no" })).toEqual([]);
  expect(await idsOf({ text: "platypus", agentId: agent.id, source: "chat", commented: "yes" })).toEqual([
    threadId,
  ]);
  expect(await idsOf({ text: "platypus", source: "api" })).toEqual([]);
  expect(await idsOf({ person: "visitors" })).toEqual([]);
  expect(await idsOf({ person: world.home.userIds.admin, text: "platypus" })).toEqual([threadId]);
  expect(await idsOf({ text: "platypus", before: "2020-01-01T00:00:00Z" })).toEqual([]);
  const all = await list();
  const paged: string[] = [];
  let cursor: string | null | undefined;
  do {
    const { items, nextCursor } = await list({ limit: 1, ...(cursor && { cursor }) });
    paged.push(...items.map(({ id }) => id));
    cursor = nextCursor;
  } while (cursor);
  expect(paged).toEqual(all.items.map(({ id }) => id));
});

test("what is asked wrongly is said at the field", async () => {
  const { threadId } = await say("Hello");
  const wrong = await world.send(conversationsApi.getConversation, {
    params: { id: threadId },
    query: { before: "run_of_another" },
  });
  expect(wrong).toMatchObject({ status: 422, body: { field: "before" } });
  const cursor = await world.send(conversationsApi.listConversations, { query: { cursor: "nonsense" } });
  expect(cursor).toMatchObject({ status: 422, body: { field: "cursor" } });
});
