import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chatApi, eventsApi, runsApi } from "@/lib/api/contract";
import { publish } from "@/lib/api/testing/publish";
import { createWorld, type World } from "@/lib/api/testing/world";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import type { Channel } from "@/workflows/graph/channel";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const anything: Channel = { type: "any", reducer: "replace" };
const schema = { type: "object", properties: { ok: { type: "boolean" } }, required: ["ok"] };
const ask = node("human", { message: "Sent?", answers: [{ id: "yes", label: "Yes", tone: "primary" }] });

/** It makes an address, may let a person look, and waits for the event. */
const byAddress = ({ looks = false, wait = {} }: { looks?: boolean; wait?: object } = {}) =>
  draw({
    channels: { order: text, address: anything, news: anything },
    nodes: {
      start: start("order"),
      make: node("event-address", { output: "address" }),
      ...(looks && { look: ask }),
      wait: node("wait", { wait: "event", key: "address.key", schema, output: "news", ...wait }),
      end: end("news"),
    },
    edges: ["start > make", ...(looks ? ["make > look", "look.yes > wait"] : ["make > wait"]), "wait > end"],
  });

/** It waits for the event of its order, at most for an hour. */
const byKey = (wait: object = {}) =>
  draw({
    channels: { order: text, news: anything, said: text },
    nodes: {
      start: start("order"),
      wait: node("wait", {
        wait: "event",
        key: "'order ' + order",
        output: "news",
        deadline: true,
        deadlineAfter: 1,
        ...wait,
      }),
      late: node("set-state", { assignments: [{ channel: "said", value: '"too late"' }] }),
      end: end("news", "said"),
    },
    edges: ["start > wait", "wait > end", "wait.late > late", "late > end"],
  });

async function begin(document: GraphDocument, order = "A-1"): Promise<string> {
  const { slug } = await publish(world, { from: { kind: "document", document } });
  const sent = { params: { slug }, body: { input: { order } } };
  const { status, body } = await world.send(chatApi.callAgent, sent);
  expect(status).toBe(200);
  return chatApi.callAgent.response.parse(body).id;
}

const runOf = async (id: string) => {
  const { body } = await world.send(runsApi.getRun, { params: { id } });
  return runsApi.getRun.response.parse(body);
};

/** The run once it has ended, or waits for long. */
function ended(runId: string) {
  const { id: workspaceId, userIds } = world.home;
  const admin = { kind: "member", userId: userIds.admin, name: "Ada", workspaceId, role: "admin" } as const;
  return world.runs.wait(admin, runId);
}

async function addressOf(runId: string): Promise<{ key: string; token: string }> {
  const { rows } = await world.pool.query(
    "select data->'update'->'address' as address from run_events where run_id = $1 and data->'update' ? 'address'",
    [runId],
  );
  const { key, url } = rows[0].address;
  expect(url).toMatch(/^http:\/\/localhost:\d+\/api\/v1\/events\/[\w-]{43}$/);
  return { key, token: url.split("/").at(-1) };
}

const tell = (token: string, body: unknown) =>
  world.send(eventsApi.receiveEvent, { as: "anonymous", params: { token }, body });
const send = (body: JsonObject, headers: Record<string, string> = world.home.headers.admin) =>
  world.send(eventsApi.sendEvent, { as: headers, body });

describe("an address", () => {
  test("wakes the run that waits, once, with what was posted", async () => {
    const runId = await begin(byAddress());
    expect(await runOf(runId)).toMatchObject({ status: "interrupted", waitsFor: { people: 0, events: 1 } });
    const { key, token } = await addressOf(runId);
    expect(key).toMatch(/^evt_/);
    expect(await tell(token, { ok: true })).toMatchObject({ status: 204 });
    expect(await ended(runId)).toMatchObject({ status: "success", output: { news: { ok: true } } });
    expect(await tell(token, { ok: true })).toMatchObject({ status: 409, body: { data: { state: "used" } } });
    const { rows } = await world.pool.query("select data from audit_events where target_id = $1", [key]);
    expect(JSON.stringify(rows)).toContain(runId);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("keeps what comes before the run waits", async () => {
    const runId = await begin(byAddress({ looks: true }));
    const { token } = await addressOf(runId);
    expect(await tell(token, { ok: false })).toMatchObject({ status: 204 });
    const { body } = await world.send(runsApi.listInterrupts, { query: { runId } });
    const [pause] = runsApi.listInterrupts.response.parse(body).items;
    await world.send(runsApi.answerInterrupt, { params: { id: pause?.id }, body: { answer: "yes" } });
    expect(await ended(runId)).toMatchObject({ status: "success", output: { news: { ok: false } } });
  });

  test("refuses what does not fit, and is not used up by it", async () => {
    const runId = await begin(byAddress());
    const { token } = await addressOf(runId);
    for (const payload of [null, {}, { ok: "yes" }, [1]]) {
      expect(await tell(token, payload)).toMatchObject({ status: 422, body: { field: "payload" } });
    }
    expect(await tell(token, { ok: true, x: { lc: 1, type: "secret", id: ["K"] } })).toMatchObject({
      status: 422,
    });
    expect(await tell(token, { ok: true, long: "x".repeat(300_000) })).toMatchObject({ status: 413 });
    expect((await runOf(runId)).status).toBe("interrupted");
    expect(await tell(token, { ok: true })).toMatchObject({ status: 204 });
  });

  test("takes one of two events that come at the same moment", async () => {
    const { token } = await addressOf(await begin(byAddress()));
    const answers = await Promise.all([tell(token, { ok: true }), tell(token, { ok: false })]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([204, 409]);
  });

  test("says that it is unknown, too old, or no longer needed", async () => {
    const [old, over] = [await begin(byAddress()), await begin(byAddress())];
    const { key, token } = await addressOf(old);
    await world.pool.query("update event_addresses set expires_at = now() where id = $1", [key]);
    expect(await tell(token, { ok: true })).toMatchObject({
      status: 409,
      body: { data: { state: "expired" } },
    });
    await world.send(runsApi.cancelRun, { params: { id: over } });
    const rest = await addressOf(over);
    expect(await tell(rest.token, { ok: true })).toMatchObject({
      status: 409,
      body: { data: { state: "over" } },
    });
    expect(await tell("x".repeat(43), { ok: true })).toMatchObject({ status: 404 });
  });
});

describe("an event by its key", () => {
  test("wakes every run of the workspace that waits for it, and none of another", async () => {
    const [one, two, other] = [
      await begin(byKey(), "42"),
      await begin(byKey(), "42"),
      await begin(byKey(), "43"),
    ];
    const event = { key: "order 42", payload: { paid: true } };
    expect(await send(event, world.away.headers.admin)).toMatchObject({ status: 404 });
    expect(await send(event)).toMatchObject({ status: 200, body: { woken: 2 } });
    for (const id of [one, two]) {
      expect(await ended(id)).toMatchObject({ status: "success", output: { news: { paid: true } } });
    }
    expect((await runOf(other)).status).toBe("interrupted");
    expect(await send(event)).toMatchObject({ status: 404 });
  });

  test("that fits one and not the other wakes the one", async () => {
    const [picky, open] = [await begin(byKey({ schema }), "44"), await begin(byKey(), "44")];
    expect(await send({ key: "order 44", payload: 1 })).toMatchObject({ status: 200, body: { woken: 1 } });
    expect((await ended(open)).status).toBe("success");
    expect(await send({ key: "order 44", payload: 1 })).toMatchObject({ status: 422 });
    expect((await runOf(picky)).status).toBe("interrupted");
  });

  test("that comes too late finds a run that went on by its deadline", async () => {
    const runId = await begin(byKey(), "45");
    await world.pool.query("update interrupts set wake_at = now() where run_id = $1", [runId]);
    expect(await ended(runId)).toMatchObject({ status: "success", output: { said: "too late" } });
    expect(await send({ key: "order 45", payload: null })).toMatchObject({ status: 404 });
  });

  test("is not answered like an approval, and stands in no inbox", async () => {
    const runId = await begin(byKey(), "46");
    const { rows } = await world.pool.query("select id from interrupts where run_id = $1", [runId]);
    const answer = { params: { id: rows[0].id }, body: { answer: "arrived" } };
    expect(await world.send(runsApi.answerInterrupt, answer)).toMatchObject({ status: 422 });
    const { body } = await world.send(runsApi.listInterrupts, { query: { status: "waiting" } });
    const listed = runsApi.listInterrupts.response.parse(body).items;
    expect(listed.some((pause) => pause.runId === runId)).toBe(false);
  });
});
