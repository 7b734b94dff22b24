import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createLog } from "@/lib/log/log";
import { asksModel, asksPerson, calling, say } from "@/lib/runs/calls/testing/called-graphs";
import { FakeClock } from "@/lib/runs/testing/fake-clock";
import { createRunWorld, eventOf, type RunWorld, type TestProcess } from "@/lib/runs/testing/run-world";
import type { EventType } from "@/workflows/events/event";
import { runSpanIdOf, traceIdOf } from "@/workflows/telemetry/ids";
import type { TelemetrySpan } from "@/workflows/telemetry/telemetry-span";
import type { Outcome } from "../sending/outcome";
import { Sender } from "./sender";
import { giveUp } from "./standing";

let world: RunWorld;
let server: TestProcess;
beforeAll(async () => {
  world = await createRunWorld();
});
afterAll(() => world.close());

const query = async (text: string, values: unknown[] = []) =>
  (await world.database.pool.query<Record<string, unknown>>(text, values)).rows;

/** A receiver that keeps what it took, and says what it is told to say first. */
let taken: TelemetrySpan[];
let say1: Outcome[];
const fine: Outcome = { kind: "taken", refused: 0, message: "" };
let settings: { content: boolean; share: number };

const senderOn = () =>
  new Sender({
    pool: world.database.pool,
    clock: new FakeClock(),
    log: createLog("silent"),
    operator: false,
    open: async () => ({
      ...settings,
      send: async (spans) => {
        const outcome = say1.shift() ?? fine;
        if (outcome.kind === "taken") taken.push(...spans);
        return outcome;
      },
    }),
  });

beforeEach(async () => {
  server = await world.startProcess();
  taken = [];
  say1 = [];
  settings = { content: false, share: 1 };
  await query("delete from telemetry_targets");
  await query("insert into telemetry_targets (id, workspace_id, enabled) values ($1, $1, true)", [
    world.ada.workspaceId,
  ]);
});
afterEach(() => world.stopAll());

const until = (runId: string, type: EventType) =>
  eventOf(server, world.ada, runId, (event) => event.type === type);
const waiting = () => query("select run_id, sent_seq, due_at, claimed_until from telemetry_outbox");
const standing = async () => (await query("select * from telemetry_targets"))[0];
const again = () => query("update telemetry_targets set retry_at = null");
const names = () => taken.map(({ name }) => name);

async function finished() {
  world.script("acme/1", async function* () {
    yield say("42");
  });
  const agent = await world.publish(asksModel("acme/1"), "Helper");
  const { runId } = await world.start(server, agent, { q: "the question of questions" });
  await until(runId, "run.finished");
  return runId;
}

const whole = ["chat 1", "node ask", "invoke_agent Helper"];

describe("what has ended", () => {
  test("is sent once, from what is stored", async () => {
    const runId = await finished();
    await senderOn().flush();
    expect(taken.map(({ name }) => name.replace(/^chat .*/, "chat 1"))).toEqual(
      expect.arrayContaining(whole),
    );
    expect(taken.at(-1)).toMatchObject({ spanId: runSpanIdOf(runId), traceId: traceIdOf(runId) });
    expect(JSON.stringify(taken)).not.toContain("question of questions");
    expect(taken.find(({ name }) => name.startsWith("chat"))?.attributes).toMatchObject({
      "gen_ai.usage.output_tokens": 2,
      "gen_ai.usage.cost": 0.00002,
    });
    const count = taken.length;
    await senderOn().flush();
    expect(taken).toHaveLength(count);
    expect(await waiting()).toEqual([]);
    expect(await standing()).toMatchObject({ sent_spans: String(count), last_error: null });
  });

  test("is sent with content where the workspace wants it", async () => {
    await finished();
    settings.content = true;
    await senderOn().flush();
    expect(JSON.stringify(taken)).toContain("question of questions");
  });

  test("is left alone outside the share", async () => {
    await finished();
    settings.share = 0;
    await senderOn().flush();
    expect(taken).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  test("of other workspaces, and before anybody asked, is not queued", async () => {
    await query("update telemetry_targets set enabled = false");
    await finished();
    await query("update telemetry_targets set enabled = true");
    await senderOn().flush();
    expect(taken).toEqual([]);
  });

  test("of a called agent is in its caller's trace", async () => {
    world.script("acme/helper", async function* () {
      yield say("42");
    });
    const helper = await world.publish(asksModel("acme/helper"), "Helper");
    const { runId } = await world.start(server, await world.publish(calling(helper.slug), "Caller"), {
      q: "?",
    });
    await until(runId, "run.finished");
    await senderOn().flush();
    expect(new Set(taken.map(({ traceId }) => traceId))).toEqual(new Set([traceIdOf(runId)]));
    const call = taken.find(({ name, kind }) => name === "invoke_agent Helper" && kind === "client");
    const inner = taken.find(({ name, kind }) => name === "invoke_agent Helper" && kind === "internal");
    expect(inner?.parentSpanId).toBe(call?.spanId);
    expect(call).toBeDefined();
  });
});

describe("a pause", () => {
  test("sends what has ended so far, and the rest when the run has ended", async () => {
    const agent = await world.publish(asksPerson, "Asks");
    const { runId } = await world.start(server, agent, { q: "Well" });
    await until(runId, "run.interrupted");
    const sender = senderOn();
    await sender.flush();
    const before = names();
    expect(before).not.toContain("invoke_agent Asks");
    expect(await waiting()).toMatchObject([{ run_id: runId, due_at: null, claimed_until: null }]);
    const { items } = await server.service.interrupts(world.ada, { status: "waiting" }, { limit: 5 });
    await server.service.answer(world.ada, items[0]?.id ?? "", { answer: "yes" });
    await until(runId, "run.finished");
    await sender.flush();
    expect(names().slice(before.length)).toEqual(expect.arrayContaining(["node ask", "invoke_agent Asks"]));
    expect(new Set(taken.map(({ spanId }) => spanId)).size).toBe(taken.length);
    expect(await waiting()).toEqual([]);
  });
});

describe("a receiver", () => {
  test("that is away gets everything later, and is left alone meanwhile", async () => {
    await finished();
    say1.push({ kind: "later", message: "It is down." });
    await senderOn().flush();
    expect(taken).toEqual([]);
    expect(await standing()).toMatchObject({ failures: 1, last_error: "It is down." });
    await senderOn().flush();
    expect(taken).toEqual([]);
    expect(await waiting()).toMatchObject([{ claimed_until: null }]);
    await again();
    await senderOn().flush();
    expect(names()).toContain("invoke_agent Helper");
    expect(await standing()).toMatchObject({ failures: 0, last_error: null, retry_at: null });
  });

  test("is asked again when it says, and not before", async () => {
    await finished();
    say1.push({ kind: "later", message: "HTTP 429", retryAfterMs: 90_000 });
    await senderOn().flush();
    const [row] = await query(
      "select extract(epoch from retry_at - now())::int as seconds from telemetry_targets",
    );
    expect(row?.seconds).toBeGreaterThan(80);
    expect(row?.seconds).toBeLessThanOrEqual(90);
  });

  test("that refuses some spans is not sent them again", async () => {
    await finished();
    say1.push({ kind: "taken", refused: 1, message: "too old" });
    await senderOn().flush();
    expect(await standing()).toMatchObject({ refused_spans: "1", last_error: "too old" });
    expect(await waiting()).toEqual([]);
  });

  test("that can never use them does not hold up the rest", async () => {
    await finished();
    say1.push({ kind: "refused", message: "HTTP 400" });
    await senderOn().flush();
    expect(await waiting()).toEqual([]);
    expect(await standing()).toMatchObject({ sent_spans: "0", last_error: "HTTP 400" });
    await finished();
    await senderOn().flush();
    expect(names()).toContain("invoke_agent Helper");
  });

  test("that wants less at once gets less at once", async () => {
    await finished();
    say1.push({ kind: "too-large", message: "HTTP 413" });
    await senderOn().flush();
    expect(names()).toContain("invoke_agent Helper");
    expect(new Set(taken.map(({ spanId }) => spanId)).size).toBe(taken.length);
    expect(await waiting()).toEqual([]);
  });

  test("that stays away for days costs traces, which are counted", async () => {
    await finished();
    await query("update telemetry_outbox set due_at = now() - interval '73 hours'");
    await giveUp(world.database.pool);
    expect(await waiting()).toEqual([]);
    expect(await standing()).toMatchObject({ dropped_runs: "1" });
  });
});

test("a run that cannot be told holds up no other", async () => {
  const broken = await finished();
  await query("update run_events set data = '{}' where run_id = $1 and type = 'node.finished'", [broken]);
  const runId = await finished();
  await senderOn().flush();
  expect(taken.at(-1)?.spanId).toBe(runSpanIdOf(runId));
  expect(await waiting()).toEqual([]);
  expect(await standing()).toMatchObject({ dropped_runs: "1" });
});

test("what a dead process had claimed is sent by another one", async () => {
  await finished();
  await query("update telemetry_outbox set claimed_until = now() + interval '1 minute'");
  await senderOn().flush();
  expect(taken).toEqual([]);
  await query("update telemetry_outbox set claimed_until = now() - interval '1 second'");
  await senderOn().flush();
  expect(names()).toContain("invoke_agent Helper");
});

test("several processes at once send each span once", async () => {
  for (let count = 0; count < 5; count += 1) await finished();
  await Promise.all([senderOn().flush(), senderOn().flush(), senderOn().flush()]);
  expect(new Set(taken.map(({ spanId }) => spanId)).size).toBe(taken.length);
  expect(names().filter((name) => name === "invoke_agent Helper")).toHaveLength(5);
});

test("a run that is deleted takes its place in the outbox with it", async () => {
  const runId = await finished();
  await query("delete from runs where id = $1", [runId]);
  await senderOn().flush();
  expect(taken).toEqual([]);
});
