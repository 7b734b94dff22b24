import { afterAll, beforeAll, expect, test } from "vitest";
import { echoDocument } from "@/lib/agents/testing/documents";
import { chatApi, runLimitsApi } from "@/lib/api/contract";
import { publish } from "@/lib/api/testing/publish";
import { createWorld, type World } from "@/lib/api/testing/world";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const set = (body: object) => world.send(runLimitsApi.setRunLimits, { body });

test("a workspace chooses its limits, and takes them back", async () => {
  expect(await set({ running: 3, queued: 7 })).toMatchObject({
    status: 200,
    body: { chosen: { running: 3, queued: 7 }, installation: { running: 500, queued: 10_000 } },
  });
  expect(await set({})).toMatchObject({ status: 200, body: { chosen: {} } });
  expect(await world.send(runLimitsApi.getRunLimits, {})).toMatchObject({
    body: { chosen: {}, now: { running: 0, waiting: 0 } },
  });
});

test.each([
  ["no place at all", { running: 0 }],
  ["a fraction", { queued: 1.5 }],
  ["what there is not", { sleeping: 1 }],
])("refuses %s", async (_, body) => {
  expect(await set(body)).toMatchObject({ status: 422, body: { code: "invalid_input" } });
});

test("an agent has a limit of its own", async () => {
  const { id } = await publish(world, { from: { kind: "document", document: echoDocument() } });
  const params = { id };
  expect((await world.send(runLimitsApi.setAgentRunLimits, { params, body: { running: 2 } })).body).toEqual({
    running: 2,
  });
  expect((await world.send(runLimitsApi.getAgentRunLimits, { params })).body).toEqual({ running: 2 });
  expect((await world.send(runLimitsApi.setAgentRunLimits, { params, body: {} })).body).toEqual({});
});

test("a full queue answers 429 with when to come back and what to do", async () => {
  const { slug } = await publish(world, { from: { kind: "document", document: echoDocument() } });
  await set({ running: 1, queued: 1 });
  const call = () =>
    world.fetch(chatApi.callAgent, {
      as: "key:run",
      params: { slug },
      body: { message: "Hi", afterSeconds: 3_600 },
    });
  expect((await call()).status).toBe(200);
  expect((await call()).status).toBe(200);
  const refused = await call();
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([
    429,
    expect.stringMatching(/^[1-9]\d*$/),
  ]);
  expect(await refused.json()).toMatchObject({
    code: "queue_full",
    title: "Too many runs wait",
    hint: expect.stringContaining("limits"),
  });
  await set({});
});
