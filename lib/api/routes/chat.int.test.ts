import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chatApi, runsApi } from "@/lib/api/contract";
import { streamedEvents } from "@/lib/api/testing/event-text";
import { publish } from "@/lib/api/testing/publish";
import { createWorld, type Sent, type World } from "@/lib/api/testing/world";
import { draw, end, node, start } from "@/workflows/compile/testing/draw";

/** An agent that calculates, is looked at by a person, and calculates again. */
const calculates = node("agent", {
  model: "offline/offline",
  messages: "messages",
  tools: [{ type: "calculator", attempts: 1, config: {} }],
  maxModelCalls: 4,
});
const reviewedTools = draw({
  channels: { messages: { type: "messages", reducer: "messages" } },
  nodes: {
    s: start("messages"),
    first: calculates,
    check: node("human", {
      message: "Good?",
      answers: [{ id: "approve", label: "Approve", tone: "primary" }],
    }),
    second: calculates,
    done: end("messages"),
  },
  edges: ["s > first", "first > check", "check.approve > second", "second > done"],
});

type As = Sent["as"];

let world: World;
let slug: string;
let publicSlug: string;
let approvalSlug: string;
let publicApprovalSlug: string;
beforeAll(async () => {
  world = await createWorld();
  const chat = { kind: "template" as const, template: "chat-agent" };
  const approval = { kind: "template" as const, template: "approval" };
  slug = (await publish(world, { from: chat })).slug;
  publicSlug = (await publish(world, { from: chat, visibility: "public" })).slug;
  approvalSlug = (await publish(world, { from: approval })).slug;
  publicApprovalSlug = (await publish(world, { from: approval, visibility: "public" })).slug;
});
afterAll(() => world.close());

async function say(as: As, message: string, threadId?: string, to = slug) {
  const sent = await world.send(chatApi.sendMessage, {
    as,
    params: { slug: to },
    body: { message, threadId },
  });
  return chatApi.sendMessage.response.parse(sent.body);
}
const stream = (as: As, runId: string, to = slug, headers = {}) =>
  world.fetch(chatApi.streamTurn, { as, params: { slug: to, runId }, headers });
/** Reads a turn's stream to its end. */
const hear = async (as: As, runId: string, to = slug) => streamedEvents(await stream(as, runId, to));
async function thread(as: As, threadId: string, to = slug) {
  const { body } = await world.send(chatApi.getThread, { as, params: { slug: to, threadId } });
  return chatApi.getThread.response.parse(body);
}

describe("a conversation", () => {
  test("page, message, stream, turns", async () => {
    const page = await world.send(chatApi.getChat, { as: "viewer", params: { slug } });
    expect(page).toMatchObject({
      status: 200,
      body: { slug, version: 1, messagesChannel: "messages", mayReadRuns: true, mayAnswer: false },
    });
    const { runId, threadId } = await say("viewer", "What is (12.5 + 3) * 4?");
    const events = await hear("viewer", runId);
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["run.started", "model.delta", "tool.started", "run.finished"]),
    );
    expect(JSON.stringify(events)).not.toMatch(/expression|You are a friendly assistant/);

    const { turns, title, status } = await thread("viewer", threadId);
    expect({ title, status }).toEqual({ title: "What is (12.5 + 3) * 4?", status: "idle" });
    expect(turns[0]?.messages.map(({ role }) => role)).toEqual(["user", "assistant"]);
    expect(turns[0]?.messages[1]?.content).toContain("62");

    const second = await say("viewer", "Thank you", threadId);
    expect(second.threadId).toBe(threadId);
    await hear("viewer", second.runId);
    expect((await thread("viewer", threadId)).turns).toHaveLength(2);
  });

  test("can be renamed and deleted", async () => {
    const { threadId, runId } = await say("viewer", "Hello");
    await hear("viewer", runId);
    const params = { slug, threadId };
    const renamed = await world.send(chatApi.renameThread, { as: "viewer", params, body: { title: "Talk" } });
    expect(renamed.body).toMatchObject({ title: "Talk" });
    expect((await world.send(chatApi.deleteThread, { as: "viewer", params })).status).toBe(204);
    expect((await world.send(chatApi.getThread, { as: "viewer", params })).status).toBe(404);
    const { body } = await world.send(chatApi.listThreads, { as: "viewer", params: { slug } });
    const threads = chatApi.listThreads.response.parse(body).items;
    expect(threads.map(({ id }) => id)).not.toContain(threadId);
  });

  test.each<[string, () => As, () => As]>([
    ["a member's, from an administrator", () => "viewer", () => "admin"],
    ["a member's, from a key", () => "viewer", () => "key:manage"],
    ["a visitor's, from another visitor", () => world.visit(), () => world.visit()],
    ["a visitor's, from a member", () => world.visit(), () => "admin"],
  ])("%s, answers like one that does not exist", async (_, owner, other) => {
    const as = other();
    const { threadId, runId } = await say(owner(), "Mine", undefined, publicSlug);
    const ask = async (ids: { threadId: string; runId: string }) => {
      const params = { slug: publicSlug, ...ids };
      const body = { title: "Theirs", message: "Theirs", threadId: ids.threadId };
      const answers = [
        await world.send(chatApi.getThread, { as, params }),
        await world.send(chatApi.renameThread, { as, params, body: { title: body.title } }),
        await world.send(chatApi.deleteThread, { as, params }),
        await world.send(chatApi.stopTurn, { as, params }),
        await world.send(chatApi.streamTurn, { as, params }),
        await world.send(chatApi.sendMessage, {
          as,
          params,
          body: { message: body.message, threadId: body.threadId },
        }),
      ];
      return answers.map(({ status, body }) => ({ status, body: withoutRequestId(body) }));
    };
    const foreign = await ask({ threadId, runId });
    expect(foreign.map(({ status }) => status)).toEqual(Array(6).fill(404));
    expect(foreign).toEqual(await ask({ threadId: "thr_none", runId: "run_none" }));
  });

  test("is bound to its agent", async () => {
    const { threadId, runId } = await say("viewer", "Hello");
    await hear("viewer", runId);
    const params = { slug: publicSlug, threadId };
    expect((await world.send(chatApi.getThread, { as: "viewer", params })).status).toBe(404);
  });

  test("threads of programs and tests are no conversations, even for who may read them", async () => {
    const called = await world.send(chatApi.callAgent, {
      as: "key:run",
      params: { slug },
      body: { message: "Hi" },
    });
    const { threadId, id: runId } = chatApi.callAgent.response.parse(called.body);
    for (const endpoint of [chatApi.getThread, chatApi.deleteThread, chatApi.streamTurn, chatApi.stopTurn]) {
      const params = { slug, threadId, runId };
      expect((await world.send(endpoint, { as: "admin", params })).status).toBe(404);
    }
    expect((await world.send(runsApi.getRun, { as: "admin", params: { id: runId } })).status).toBe(200);
  });
});

function withoutRequestId(body: unknown): unknown {
  return { ...Object(body), requestId: undefined };
}

describe("visitors of a public page", () => {
  test("get a signed cookie that nothing on the page can read, and come back by it", async () => {
    const first = await world.send(chatApi.getChat, { as: "anonymous", params: { slug: publicSlug } });
    const cookie = first.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^signalbox-visitor=vis_\w+\.[\w-]+; Path=\/; HttpOnly; SameSite=Lax/);
    expect(first.body).toMatchObject({ mayReadRuns: false, mayAnswer: false });

    const as = { cookie: cookie.split(";")[0] ?? "", "sec-fetch-site": "same-origin" };
    const { threadId, runId } = await say(as, "Hello", undefined, publicSlug);
    await hear(as, runId, publicSlug);
    const again = await world.send(chatApi.listThreads, { as, params: { slug: publicSlug } });
    expect(again.headers.has("set-cookie")).toBe(false);
    expect(again.body).toMatchObject({ items: [{ id: threadId }] });
  });

  test("count by their address, and by the narrower limit where a run starts", async () => {
    const as = { ...world.visit(), "x-signalbox-client": "192.0.2.7" };
    world.counted.length = 0;
    await world.send(chatApi.getChat, { as, params: { slug: publicSlug } });
    const { runId } = await say(as, "Hello", undefined, publicSlug);
    expect(world.counted).toEqual(["general 192.0.2.7", "visitor 192.0.2.7"]);
    await hear(as, runId, publicSlug);
  });

  test("a cookie that we did not sign makes a new visitor", async () => {
    const as = { cookie: "signalbox-visitor=vis_somebody.forged" };
    const { headers } = await world.send(chatApi.getChat, { as, params: { slug: publicSlug } });
    expect(headers.get("set-cookie")).toMatch(/^signalbox-visitor=/);
  });

  test("members of other workspaces are visitors there", async () => {
    const as = world.away.headers.admin;
    const page = await world.send(chatApi.getChat, { as, params: { slug: publicSlug } });
    expect(page).toMatchObject({ status: 200, body: { mayReadRuns: false } });
    expect(page.headers.get("set-cookie")).toMatch(/^signalbox-visitor=/);
  });
});

describe("a pause inside a conversation", () => {
  async function pause(as: As, to = approvalSlug) {
    const { runId, threadId } = await say(as, "What is 12 * 4?", undefined, to);
    const events = await hear(as, runId, to);
    const { interrupts } = await thread(as, threadId, to);
    return { runId, threadId, events, interrupts };
  }
  const answer = (as: As, interruptId: string, to = approvalSlug) =>
    world.send(chatApi.answerTurn, {
      as,
      params: { slug: to, interruptId },
      body: { answer: "approve" },
    });

  test("ends the stream, is answered in the chat, and the stream goes on after it", async () => {
    const { runId, threadId, events, interrupts } = await pause("analyst");
    const last = events.at(-1);
    expect(last?.type).toBe("run.interrupted");
    expect(interrupts).toHaveLength(1);
    const after = { "last-event-id": String(last?.seq) };
    expect((await stream("analyst", runId, approvalSlug, after)).status).toBe(204);

    expect(await answer("analyst", interrupts[0]?.id ?? "")).toMatchObject({
      status: 200,
      body: { status: "answered", answeredBy: "analyst of home" },
    });
    const rest = await streamedEvents(await stream("analyst", runId, approvalSlug, after));
    expect(rest[0]?.seq).toBeGreaterThan(last?.seq ?? 0);
    expect(rest.at(-1)?.type).toBe("run.finished");
    expect((await thread("analyst", threadId, approvalSlug)).interrupts).toMatchObject([
      { status: "answered", answer: { answer: "approve" }, answeredBy: "analyst of home" },
    ]);
    const late = await answer("analyst", interrupts[0]?.id ?? "");
    expect(late).toMatchObject({ status: 409, body: { code: "already_answered" } });
  });

  test("says where in its turn it came, among the messages that are shown", async () => {
    const { slug: to } = await publish(world, { from: { kind: "document", document: reviewedTools } });
    const { runId, threadId, interrupts } = await pause("analyst", to);
    const turn = async () => (await thread("analyst", threadId, to)).turns[0];
    const places = [{ interruptId: interrupts[0]?.id, after: 2 }];
    expect(await turn()).toMatchObject({
      messages: [{ role: "user" }, { role: "assistant" }],
      pauses: places,
    });
    await answer("analyst", interrupts[0]?.id ?? "", to);
    await streamedEvents(
      await world.fetch(chatApi.streamTurn, {
        as: "analyst",
        params: { slug: to, runId },
        query: { pauses: "wait" },
      }),
    );
    const over = await turn();
    expect(over?.status).toBe("success");
    expect(over?.messages.map(({ role }) => role)).toEqual(["user", "assistant", "assistant"]);
    expect(over?.pauses).toEqual(places);
  });

  test("a viewer sees it but does not decide", async () => {
    const { interrupts } = await pause("viewer");
    expect(interrupts[0]?.payload.answers.length).toBeGreaterThan(0);
    expect((await answer("viewer", interrupts[0]?.id ?? "")).status).toBe(403);
  });

  test("nobody answers it in a conversation that is not theirs", async () => {
    const { interrupts } = await pause("viewer");
    const foreign = await answer("admin", interrupts[0]?.id ?? "");
    const missing = await answer("admin", "int_none");
    expect(foreign.status).toBe(404);
    expect(withoutRequestId(foreign.body)).toEqual(withoutRequestId(missing.body));
  });

  test("a reader who waits with it hears how it goes on", async () => {
    const { runId, interrupts } = await pause("analyst");
    const stream = await world.fetch(chatApi.streamTurn, {
      as: "analyst",
      params: { slug: approvalSlug, runId },
      query: { pauses: "wait" },
    });
    await answer("analyst", interrupts[0]?.id ?? "");
    const types = (await streamedEvents(stream)).map(({ type }) => type);
    expect(types.indexOf("run.interrupted")).toBeLessThan(types.indexOf("interrupt.answered"));
    expect(types.at(-1)).toBe("run.finished");
  });

  test("a visitor is told that a person is asked, not what, and cannot answer", async () => {
    const as = world.visit();
    const { events, interrupts } = await pause(as, publicApprovalSlug);
    expect(interrupts).toHaveLength(1);
    expect(interrupts[0]?.payload).toEqual({
      message: "A person has to look at this first. You can come back later.",
      answers: [],
      allowText: false,
    });
    const told = events.find(({ type }) => type === "node.interrupted");
    expect(told?.data).toMatchObject({
      payload: { message: "A person has to look at this first. You can come back later.", answers: [] },
    });
    expect((await answer(as, interrupts[0]?.id ?? "", publicApprovalSlug)).status).toBe(403);
  });
});
