import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draw, end, node, start } from "@/workflows/compile/testing/draw";
import { chatApi, runsApi } from "../contract";
import { publish } from "../testing/publish";
import { createWorld, type World } from "../testing/world";

let world: World;
let slug: string;

const client = (name: string, more: object = {}) => ({
  type: "client",
  attempts: 1,
  config: {
    name,
    purpose: `Does ${name}.`,
    parameters: { type: "object", properties: { id: { type: "string" } }, required: ["id"] },
    ...more,
  },
});

const graph = draw({
  channels: { messages: { type: "messages", reducer: "messages" } },
  nodes: {
    start: start("messages"),
    help: node("agent", {
      model: "offline/offline",
      messages: "messages",
      tools: [
        client("open_page", {
          result: { type: "object", properties: { opened: { type: "boolean" } }, required: ["opened"] },
        }),
        client("read_cart", { waitSeconds: 1 }),
      ],
    }),
    end: end("messages"),
  },
  edges: ["start > help", "help > end"],
});

const both = structuredClone(graph);
Object.assign(both.nodes.help?.config ?? {}, { tools: [client("open_page"), client("close_page")] });

beforeAll(async () => {
  world = await createWorld();
  ({ slug } = await publish(world, { from: { kind: "document", document: graph } }));
});
afterAll(() => world.close());

async function called(message: string) {
  const { body } = await world.send(chatApi.callAgent, {
    as: "key:run",
    params: { slug },
    body: { message },
  });
  return chatApi.callAgent.response.parse(body);
}
const admin = () => {
  const { id: workspaceId, userIds } = world.home;
  return { kind: "member", userId: userIds.admin, name: "Admin", workspaceId, role: "admin" } as const;
};
const ended = (runId: string) => world.runs.wait(admin(), runId);
const answer = (id: string, body: object, as: "key:run" | "viewer" | "key:read" = "key:run") =>
  world.send(runsApi.answerInterrupt, { as, params: { id }, body });

describe("a tool of the caller", () => {
  test("is shown to the program that waits, which sends the result, and the run goes on", async () => {
    const run = await called("open_page id: 42");
    expect(run).toMatchObject({
      status: "interrupted",
      interrupts: [
        {
          payload: {
            kind: "client",
            tool: { name: "open_page", args: { id: "42" } },
            resultSchema: { required: ["opened"] },
          },
          expiresAt: expect.any(String),
          mayAnswer: true,
        },
      ],
    });
    const id = run.interrupts[0]?.id ?? "";
    expect(await answer(id, { answer: "result" })).toMatchObject({ status: 422, body: { field: "result" } });
    expect(await answer(id, { answer: "result", result: { opened: "yes" } })).toMatchObject({
      status: 422,
      body: { field: "result", detail: expect.stringContaining("opened") },
    });
    expect(await answer(id, { answer: "result", result: { opened: true } })).toMatchObject({ status: 200 });
    expect(await ended(run.id)).toMatchObject({ status: "success", output: expect.anything() });
    expect(JSON.stringify((await ended(run.id)).output)).toContain("opened");
    expect(await answer(id, { answer: "error" })).toMatchObject({ status: 409 });
  });

  test("is no matter of the inbox", async () => {
    const run = await called("open_page id: 7");
    const { body } = await world.send(runsApi.listInterrupts, { query: { status: "waiting" } });
    expect(runsApi.listInterrupts.response.parse(body).items).toEqual([]);
    await answer(run.interrupts[0]?.id ?? "", { answer: "error", text: "There is no page 7" });
    expect(JSON.stringify((await ended(run.id)).output)).toContain("There is no page 7");
  });

  test("several at once wait each for its own result, which may come from another page and in any order", async () => {
    const visited = await publish(world, {
      from: { kind: "document", document: both },
      visibility: "public",
    });
    const params = { slug: visited.slug };
    const sent = await world.send(chatApi.sendMessage, {
      as: "visitor",
      params,
      body: { message: "open_page close_page id: 1" },
    });
    const { runId, threadId } = chatApi.sendMessage.response.parse(sent.body);
    await world.runs.wait(admin(), runId);
    const { body } = await world.send(chatApi.getThread, { as: "visitor", params: { ...params, threadId } });
    const { interrupts } = chatApi.getThread.response.parse(body);
    expect(
      interrupts
        .toSorted((a, b) => (a.payload.tool?.name ?? "").localeCompare(b.payload.tool?.name ?? ""))
        .map(({ payload, mayAnswer }) => [payload.tool?.name, payload.tool?.args, mayAnswer]),
    ).toEqual([
      ["close_page", { id: "1" }, true],
      ["open_page", { id: "1" }, true],
    ]);
    for (const { id, payload } of interrupts.toReversed()) {
      const given = { answer: "result", result: `${payload.tool?.name} is done` };
      const reply = await world.send(chatApi.answerTurn, {
        as: "visitor",
        params: { ...params, interruptId: id },
        body: given,
      });
      expect(reply.status).toBe(200);
    }
    const output = JSON.stringify((await ended(runId)).output);
    expect(output).toContain("open_page is done");
    expect(output).toContain("close_page is done");
  });

  test("is done in one's own conversations alone", async () => {
    const run = await called("open_page id: 3");
    const id = run.interrupts[0]?.id ?? "";
    const visited = await publish(world, {
      from: { kind: "document", document: graph },
      visibility: "public",
    });
    const stranger = await world.send(chatApi.answerTurn, {
      as: world.visit(),
      params: { slug: visited.slug, interruptId: id },
      body: { answer: "error" },
    });
    expect(stranger.status).toBe(403);
    expect(await answer(id, { answer: "error" }, "key:read")).toMatchObject({ status: 403 });
    expect(await answer(id, { answer: "error" })).toMatchObject({ status: 200 });
  });

  test("tells the model when nothing came in time", async () => {
    const visited = await publish(world, {
      from: { kind: "document", document: graph },
      visibility: "public",
    });
    const params = { slug: visited.slug };
    const sent = await world.send(chatApi.sendMessage, {
      as: "visitor",
      params,
      body: { message: "read_cart id: 1" },
    });
    const { runId } = chatApi.sendMessage.response.parse(sent.body);
    const turn = { ...params, runId };
    await (
      await world.fetch(chatApi.streamTurn, { as: "visitor", params: turn, query: { pauses: "wait" } })
    ).text();
    expect(JSON.stringify((await ended(runId)).output)).toContain(
      "sent no result of read_cart within 1 seconds",
    );
  });
});
