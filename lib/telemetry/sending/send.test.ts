import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { createEgress, type Egress } from "@/lib/egress/egress";
import type { TelemetrySpan } from "@/workflows/telemetry/telemetry-span";
import { type Receiver, tracesUrl } from "../target";
import { partialSuccess } from "../testing/decoded";
import { grpcReceiver, httpReceiver, type Said, type TestReceiver } from "../testing/receiver";
import { send } from "./send";

const span: TelemetrySpan = {
  traceId: "0af7651916cd43dd8448eb211c80319c",
  spanId: "b7ad6b7169203331",
  parentSpanId: "00f067aa0ba902b7",
  state: "rojo=1",
  name: "chat gpt",
  kind: "client",
  startMs: 1_700_000_000_000.25,
  endMs: 1_700_000_000_500,
  attributes: { text: "ä", whole: 7, part: 0.0015, yes: true, list: ["a", "b"] },
  events: [{ name: "paused", ms: 1_700_000_000_100, attributes: { kind: "human" } }],
  links: [{ traceId: "1".repeat(32), spanId: "2".repeat(16), attributes: { why: "fork" } }],
  error: { message: "It broke." },
};

let egress: Egress;
beforeEach(() => {
  egress = createEgress([]);
});
afterEach(() => egress.close());

const open: TestReceiver[] = [];
afterEach(async () => {
  for (const receiver of open.splice(0)) await receiver.close();
});
async function receiverFor(protocol: Receiver["protocol"]): Promise<TestReceiver> {
  const receiver = await (protocol === "grpc" ? grpcReceiver() : httpReceiver());
  open.push(receiver);
  return receiver;
}
function to(receiver: TestReceiver, protocol: Receiver["protocol"], more: Partial<Receiver> = {}): Receiver {
  const base = new URL(receiver.endpoint);
  const url = protocol === "grpc" ? base : tracesUrl(base);
  return { protocol, url, headers: { "x-api-key": "s3cret" }, timeoutMs: 2_000, gzip: false, ...more };
}
const way = (receiver: { port: number }) => ({ out: egress, allow: [`127.0.0.1:${receiver.port}`] });
const resource = { "service.name": "signalbox" };

const protocols = ["http/protobuf", "http/json", "grpc"] as const;

describe.each(protocols)("over %s", (protocol) => {
  test.each([false, true])("a receiver decodes what was sent (gzip: %s)", async (gzip) => {
    const receiver = await receiverFor(protocol);
    const outcome = await send(to(receiver, protocol, { gzip }), [span], way(receiver), resource);
    expect(outcome).toEqual({ kind: "taken", refused: 0, message: "" });
    expect(receiver.received[0]?.headers["x-api-key"]).toBe("s3cret");
    const [got] = receiver.spans();
    expect(got).toMatchObject({
      traceId: span.traceId,
      spanId: span.spanId,
      parentSpanId: span.parentSpanId,
      traceState: "rojo=1",
      name: "chat gpt",
      startTimeUnixNano: 1_700_000_000_000_250_000n,
      endTimeUnixNano: 1_700_000_000_500_000_000n,
      attributes: { text: "ä", whole: 7, part: 0.0015, yes: true, list: ["a", "b"] },
      events: [{ name: "paused", attributes: { kind: "human" } }],
      links: [{ traceId: "1".repeat(32), spanId: "2".repeat(16), attributes: { why: "fork" } }],
      status: { message: "It broke." },
      resource,
    });
    expect([3, "SPAN_KIND_CLIENT"]).toContain(got?.kind);
    expect([2, "STATUS_CODE_ERROR"]).toContain(got?.status?.code);
  });

  it("says so where nobody listens", async () => {
    const receiver = await receiverFor(protocol);
    await receiver.close();
    const outcome = await send(to(receiver, protocol), [span], way(receiver), resource);
    expect(outcome).toMatchObject({ kind: "later", message: expect.stringMatching(/port|UNAVAILABLE/) });
  });

  it("does not go where the guard refuses", async () => {
    const receiver = await receiverFor(protocol);
    const outcome = await send(to(receiver, protocol), [span], { out: egress, allow: [] }, resource);
    expect(outcome).toMatchObject({ kind: "later", message: expect.stringContaining("loopback") });
    expect(outcome).toMatchObject({ message: expect.stringContaining("It stands in the private network") });
    expect(outcome).not.toMatchObject({ message: expect.stringContaining("ALLOW_PRIVATE") });
    expect(receiver.received).toEqual([]);
  });

  it("tells how many spans a receiver refused", async () => {
    const receiver = await receiverFor(protocol);
    const isJson = protocol === "http/json";
    receiver.say.push({
      body: isJson
        ? JSON.stringify({ partialSuccess: { rejectedSpans: "1", errorMessage: "too old" } })
        : partialSuccess(1, "too old"),
    });
    expect(await send(to(receiver, protocol), [span], way(receiver), resource)).toEqual({
      kind: "taken",
      refused: 1,
      message: "too old",
    });
  });
});

test.each<[string, Said, object]>([
  ["a wrong key", { status: 401, body: "Invalid key" }, { kind: "later", message: "HTTP 401: Invalid key" }],
  [
    "a busy receiver",
    { status: 429, headers: { "retry-after": "7" } },
    { kind: "later", retryAfterMs: 7_000 },
  ],
  ["one that is away", { status: 503 }, { kind: "later", message: "HTTP 503" }],
  ["one that wants less at once", { status: 413 }, { kind: "too-large" }],
  [
    "one that cannot use it",
    { status: 400, body: "bad span" },
    { kind: "refused", message: "HTTP 400: bad span" },
  ],
  [
    "a proxy's page",
    { status: 502, body: "<html>Bad gateway</html>" },
    { kind: "later", message: "HTTP 502" },
  ],
  [
    "a web site",
    { type: "text/html", body: "<html>Sign in</html>" },
    { kind: "later", message: expect.stringContaining("web page") },
  ],
])("over HTTP hears %s", async (_name, said, outcome) => {
  const receiver = await receiverFor("http/protobuf");
  receiver.say.push(said);
  const told = await send(to(receiver, "http/protobuf"), [span], way(receiver), resource);
  expect(told).toMatchObject(outcome);
});

test.each([
  [16, "no such key", { kind: "later", message: "gRPC UNAUTHENTICATED: no such key" }],
  [14, "restarting", { kind: "later", message: "gRPC UNAVAILABLE: restarting" }],
  [8, "slow down", { kind: "later" }],
  [8, "grpc: received message larger than max (5 vs. 4)", { kind: "too-large" }],
  [3, "bad span", { kind: "refused", message: "gRPC INVALID_ARGUMENT: bad span" }],
])("over gRPC hears %i, %s", async (status, body, outcome) => {
  const receiver = await receiverFor("grpc");
  receiver.say.push({ status, body });
  expect(await send(to(receiver, "grpc"), [span], way(receiver), resource)).toMatchObject(outcome);
});

test.each([
  ["https://cloud.langfuse.com/api/public/otel", "https://cloud.langfuse.com/api/public/otel/v1/traces"],
  ["https://api.smith.langchain.com/otel/", "https://api.smith.langchain.com/otel/v1/traces"],
  ["http://localhost:4318", "http://localhost:4318/v1/traces"],
  ["http://localhost:4318/v1/traces", "http://localhost:4318/v1/traces"],
])("%s is posted to %s", (base, url) => {
  expect(tracesUrl(new URL(base)).href).toBe(url);
});
