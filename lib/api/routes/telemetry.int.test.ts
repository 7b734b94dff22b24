import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "@/lib/egress/testing/test-server";
import { createLog } from "@/lib/log/log";
import { systemClock } from "@/lib/runs/clock";
import { Sender } from "@/lib/telemetry/outbox/sender";
import { grpcReceiver, httpReceiver, type TestReceiver } from "@/lib/telemetry/testing/receiver";
import { startMcpServer } from "@/lib/tools/testing/mcp-server";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { duringRun, duringSpan } from "@/workflows/telemetry/current-span.server";
import { runSpanIdOf, spanIdOf, traceIdOf } from "@/workflows/telemetry/ids";
import { readTraceContext } from "@/workflows/telemetry/trace-context";
import { chatApi, telemetryApi, toolsApi, workspaceApi } from "../contract";
import { publish } from "../testing/publish";
import { createWorld, type World } from "../testing/world";

let world: World;
let shop: TestServer;
let slug: string;
beforeAll(async () => {
  shop = await startTestServer((_request, response) => void response.end("sold"));
  world = await createWorld({ ALLOW_PRIVATE_NETWORK: `127.0.0.1:${shop.port}` });
  const document = draw({
    channels: { q: text, answer: text },
    nodes: {
      s: start("q"),
      buy: node("http", { url: `${shop.origin}/buy`, output: "answer", parse: "text" }),
      done: end("answer"),
    },
    edges: ["s > buy", "buy > done"],
  });
  slug = (await publish(world, { from: { kind: "document", document } })).slug;
});
afterAll(async () => {
  await world.close();
  await shop.close();
});

const open: TestReceiver[] = [];
async function receiver(make: typeof httpReceiver, port?: number): Promise<TestReceiver> {
  const made = await make(port);
  open.push(made);
  return made;
}
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
  await world.send(telemetryApi.setTelemetry, { body: { settings: null } });
  await world.pool.query("delete from telemetry_outbox");
});
beforeEach(() => {
  shop.requests.length = 0;
});

const settingsFor = ({ endpoint }: { endpoint: string }, more: object = {}) => ({
  enabled: true,
  protocol: "http/protobuf",
  endpoint,
  headers: [{ name: "x-api-key", value: "s3cret-key" }],
  allowPrivate: true,
  ...more,
});
const set = (settings: object | null) => world.send(telemetryApi.setTelemetry, { body: { settings } });
const state = async () =>
  telemetryApi.telemetryStateSchema.parse((await world.send(telemetryApi.getTelemetry)).body);
const trial = (settings: object) => world.send(telemetryApi.testTelemetry, { body: { settings } });
const call = async (headers: Record<string, string> = {}) => {
  const body = { input: { q: "my secret wish" } };
  const answer = await world.send(chatApi.callAgent, { as: "key:run", params: { slug }, body, headers });
  return chatApi.callAgent.response.parse(answer.body);
};
const flush = () =>
  new Sender({
    pool: world.pool,
    clock: systemClock,
    log: createLog("silent"),
    operator: false,
    open: (id) => world.outside.telemetry.open(id),
  }).flush();

const caller = { traceId: "0af7651916cd43dd8448eb211c80319c", spanId: "b7ad6b7169203331" };
const traceparent = `00-${caller.traceId}-${caller.spanId}-01`;

describe("settings", () => {
  test("are off, and nothing is sent, until somebody turns them on", async () => {
    expect(await state()).toEqual({ settings: null, standing: null, operator: null });
    await call();
    expect(await world.pool.query("select 1 from telemetry_outbox")).toMatchObject({ rowCount: 0 });
  });

  test("keep header values sealed, tell nobody, and are audited without them", async () => {
    const { body } = await set(settingsFor({ endpoint: "https://otlp.test" }));
    expect(telemetryApi.telemetryStateSchema.parse(body).settings).toMatchObject({
      headers: [{ name: "x-api-key" }],
      content: false,
      share: 1,
    });
    const { rows } = await world.pool.query(
      "select (select jsonb_agg(to_jsonb(t)) from telemetry_targets t)::text as targets, (select jsonb_agg(data) from audit_events where action = 'setTelemetry')::text as audit",
    );
    expect(JSON.stringify([body, rows])).not.toContain("s3cret-key");
    expect(rows[0]?.audit).toContain("x-api-key");
  });

  test("keep a stored value, and never send it to another place", async () => {
    const receiver1 = await receiver(httpReceiver);
    await set(settingsFor(receiver1));
    const kept = { headers: [{ name: "x-api-key", value: null }] };
    expect(await trial(settingsFor(receiver1, kept))).toMatchObject({ body: { ok: true } });
    expect(receiver1.received[0]?.headers["x-api-key"]).toBe("s3cret-key");
    const receiver2 = await receiver(httpReceiver);
    expect(await trial(settingsFor(receiver2, kept))).toMatchObject({
      status: 422,
      body: { code: "invalid_input", field: "settings.headers.0.value" },
    });
    expect(receiver2.received).toEqual([]);
  });

  test.each([
    ["no scheme", { endpoint: "otlp.test:4317" }],
    ["another scheme", { endpoint: "ftp://otlp.test" }],
    ["a password in the address", { endpoint: "https://me:pw@otlp.test" }],
    ["a header that breaks lines", { headers: [{ name: "a", value: "b\r\nc: d" }] }],
    [
      "a header twice",
      {
        headers: [
          { name: "a", value: "1" },
          { name: "A", value: "2" },
        ],
      },
    ],
    ["a name that is none", { headers: [{ name: "a b", value: "1" }] }],
    ["more than all runs", { share: 1.5 }],
    ["an unknown field", { proxy: "x" }],
  ])("are refused with %s", async (_name, more) => {
    expect(await set(settingsFor({ endpoint: "https://otlp.test" }, more))).toMatchObject({ status: 422 });
    expect((await state()).settings).toBeNull();
  });
});

describe("a test trace", () => {
  test.each([
    ["http/protobuf", httpReceiver],
    ["http/json", httpReceiver],
    ["grpc", grpcReceiver],
  ] as const)("arrives over %s", async (protocol, make) => {
    const to = await receiver(make);
    const { body } = await trial(settingsFor(to, { protocol }));
    const answer = telemetryApi.testTelemetry.response.parse(body);
    expect(answer).toMatchObject({ ok: true });
    expect(to.spans()).toMatchObject([{ traceId: answer.traceId, name: "Signalbox test trace" }]);
  });

  test("tells what the receiver says", async () => {
    const to = await receiver(httpReceiver);
    to.say.push({ status: 401, body: "Unknown key" });
    expect(await trial(settingsFor(to))).toMatchObject({
      body: { ok: false, message: "HTTP 401: Unknown key" },
    });
  });

  test.each(["http/protobuf", "grpc"])("goes to no private address unasked, over %s", async (protocol) => {
    const to = await receiver(protocol === "grpc" ? grpcReceiver : httpReceiver);
    const { body } = await trial(settingsFor(to, { protocol, allowPrivate: false }));
    expect(body).toMatchObject({ ok: false, message: expect.stringContaining("loopback") });
    expect(to.received).toEqual([]);
  });

  test.each(["http/protobuf", "grpc"])(
    "goes to no metadata address, whatever is allowed, over %s",
    async (protocol) => {
      const { body } = await trial(settingsFor({ endpoint: "http://169.254.169.254" }, { protocol }));
      expect(body).toMatchObject({ ok: false, message: expect.stringContaining("metadata") });
    },
  );
});

describe("the trace of a run", () => {
  test("is the caller's, from its span to the service that the run calls", async () => {
    const to = await receiver(httpReceiver);
    await set(settingsFor(to));
    const { id } = await call({ traceparent, tracestate: "rojo=1" });
    await flush();
    const spans = to.spans();
    expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([caller.traceId]));
    const run = spans.find(({ name }) => name === "invoke_agent Published");
    expect(run).toMatchObject({ parentSpanId: caller.spanId, traceState: "rojo=1", spanId: runSpanIdOf(id) });
    const http = spans.find(({ name }) => name.startsWith("GET"));
    const { headers } = shop.requests[0] ?? {};
    expect(headers).toMatchObject({ tracestate: "rojo=1" });
    expect(readTraceContext(String(headers?.traceparent))).toMatchObject({
      traceId: caller.traceId,
      parentSpanId: http?.spanId,
      sampled: true,
    });
    expect(
      JSON.stringify(spans, (_key, value) => (typeof value === "bigint" ? String(value) : value)),
    ).not.toMatch(/secret wish|sold|\/buy/);
    expect((await state()).standing).toMatchObject({
      sentSpans: spans.length,
      waitingRuns: 0,
      lastError: null,
    });
  });

  test("begins with the run where the header cannot be read,", async () => {
    const to = await receiver(grpcReceiver);
    await set(settingsFor(to, { protocol: "grpc" }));
    const { id } = await call({ traceparent: traceparent.toUpperCase(), tracestate: "rojo=1" });
    await flush();
    expect(to.spans().at(-1)).toMatchObject({ traceId: traceIdOf(id) });
    expect(to.spans().at(-1)?.traceState ?? "").toBe("");
    expect(shop.requests[0]?.headers).not.toHaveProperty("tracestate");
    expect(readTraceContext(shop.requests[0]?.headers.traceparent as string)?.traceId).toBe(traceIdOf(id));
  });

  test("is not sent where the caller does not record", async () => {
    const to = await receiver(httpReceiver);
    await set(settingsFor(to));
    await call({ traceparent: traceparent.replace(/01$/, "00") });
    await flush();
    expect(to.received).toEqual([]);
    expect(String(shop.requests[0]?.headers.traceparent)).toMatch(new RegExp(`^00-${caller.traceId}-.*-00$`));
  });

  test("is told nobody where nobody is sent it, and a caller's is handed on", async () => {
    await call();
    expect(shop.requests[0]?.headers).not.toHaveProperty("traceparent");
    await call({ traceparent });
    expect(shop.requests[1]?.headers.traceparent).toBe(traceparent);
  });

  test("is sent when the receiver is back", async () => {
    const down = await receiver(httpReceiver);
    await down.close();
    await set(settingsFor(down));
    const { id } = await call();
    await flush();
    expect((await state()).standing).toMatchObject({
      waitingRuns: 1,
      lastError: expect.stringContaining("port"),
    });
    const back = await receiver(httpReceiver, down.port);
    await world.pool.query("update telemetry_targets set retry_at = now()");
    await flush();
    expect(back.spans().at(-1)).toMatchObject({ spanId: runSpanIdOf(id) });
    expect((await state()).standing).toMatchObject({ waitingRuns: 0, lastError: null });
  });
});

test("an MCP server is told of the trace by its headers and by what it is called with", async () => {
  const server = await startMcpServer();
  try {
    await world.send(workspaceApi.putSecret, { body: { name: "MCP_TOKEN", value: "t0ken" } });
    const settings = {
      kind: "mcp",
      address: server.address,
      auth: { type: "bearer", secret: "MCP_TOKEN" },
      allowPrivate: true,
    };
    const seen = await world.send(toolsApi.discoverTools, { body: settings });
    const { fingerprint } = toolsApi.discoverTools.response.parse(seen.body);
    const made = await world.send(toolsApi.createSource, {
      body: { ...settings, name: "Sums", fingerprint, keys: ["add"] },
    });
    const { id } = toolsApi.sourceSchema.parse(made.body);
    const { tools } = toolsApi.getSource.response.parse(
      (await world.send(toolsApi.getSource, { params: { id } })).body,
    );
    const services = world.outside.nodeServices(world.home.id, {
      call: () => Promise.reject(new Error("no")),
    });
    const tool = await services.tools.open(tools[0]?.id ?? "");
    server.requests.length = 0;
    const run = {
      runId: "run_1",
      threadId: "thr_1",
      workspaceId: world.home.id,
      agentId: "agt_1",
      traceId: caller.traceId,
      outgoing: { sampled: true },
    };
    const { signal } = new AbortController();
    const answer = await duringRun(run, () =>
      duringSpan("t1", () => tool.call({ args: { a: 1, b: 2 }, callKey: "k", signal })),
    );
    expect(answer).toBe("3");
    const told = `00-${caller.traceId}-${spanIdOf("run_1", "t1")}-01`;
    expect(server.requests.map(({ headers }) => headers.traceparent)).toContain(told);
  } finally {
    await server.close();
  }
});
