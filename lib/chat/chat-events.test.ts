import { expect, test } from "vitest";
import { type EventBody, runEventSchema } from "@/workflows/events/event";
import { chatEvent } from "./chat-events";

const secret = "SECRET";
const span = { spanId: "s1", parentSpanId: "s0" };
const problem = { code: "http_failed", message: secret, hint: secret, nodeId: "fetch" };
const used = { tokens: { input: 1, output: 1, cached: 0 }, costMicros: 1, unknownCostCalls: 0 };
const payload = {
  message: secret,
  show: { draft: secret },
  editable: { draft: secret },
  answers: [{ id: "approve", label: secret, tone: "primary" as const }],
  allowText: true,
};

/** One event of every type, with the secret wherever something inside could stand. */
const inside: EventBody[] = [
  { type: "run.cancelled", data: { by: secret } },
  { type: "run.finished", data: { output: { messages: [{ role: "tool", content: secret }] } } },
  { type: "run.failed", data: { status: "error", problem } },
  { type: "checkpoint.saved", data: { checkpointId: secret, step: 1, next: [secret] } },
  { type: "node.started", data: { ...span, taskId: "t1", input: { x: secret } } },
  { type: "node.finished", data: { ...span, port: "out", edgeIds: [secret], update: { x: secret } } },
  { type: "node.failed", data: { ...span, problem, attempt: 1, willRetry: true } },
  {
    type: "model.started",
    data: { ...span, provider: secret, model: secret, messages: [{ role: "system", content: secret }] },
  },
  {
    type: "model.finished",
    data: {
      ...span,
      provider: secret,
      model: secret,
      message: { role: "assistant", content: "Hello", toolCalls: [{ id: "c1", name: "x", args: secret }] },
      usage: { input: 1, output: 1, cached: 0, cacheWrites: 0, reasoning: 0 },
      costMicros: 12,
      finishReason: secret,
    },
  },
  { type: "model.failed", data: { ...span, problem } },
  { type: "tool.started", data: { ...span, name: "calculator", toolCallId: "c1", args: { x: secret } } },
  { type: "tool.finished", data: { ...span, result: secret } },
  { type: "tool.failed", data: { ...span, problem } },
  {
    type: "child.started",
    data: { ...span, runId: secret, agentId: secret, agentName: secret, version: 1 },
  },
  { type: "child.ended", data: { ...span, runId: secret, status: "error", problem, used } },
  { type: "log", data: { level: "info", message: secret } },
];
const pauses: EventBody[] = [
  { type: "node.interrupted", data: { ...span, interruptId: "int_1", payload } },
  {
    type: "interrupt.answered",
    data: { interruptId: "int_1", answer: { answer: secret, text: secret }, by: secret },
  },
];
const theirs: EventBody[] = [
  { type: "run.started", data: { input: { question: "Mine" } } },
  { type: "run.resumed", data: { reason: "answer" } },
  { type: "run.finished", data: { output: "Answer" } },
  { type: "run.interrupted", data: { interruptIds: ["int_1"] } },
  { type: "model.delta", data: { spanId: "s1", text: "Hel" } },
];

const at = (body: EventBody) => ({ runId: "run_1", seq: 7, ts: 1, ns: [], node: "a", visit: 1, ...body });
const shown = (body: EventBody, seesPauses: boolean) => chatEvent(at(body), { seesPauses });

test.each(inside.map((body) => [body.type, body] as const))("%s keeps what is inside", (_, body) => {
  expect(JSON.stringify(shown(body, true))).not.toContain(secret);
});

test.each(pauses.map((body) => [body.type, body] as const))(
  "%s shows a pause to members alone",
  (_, body) => {
    expect(shown(body, true)).toEqual(at(body));
    expect(JSON.stringify(shown(body, false))).not.toContain(secret);
  },
);

test.each(theirs.map((body) => [body.type, body] as const))("%s passes", (_, body) => {
  expect(shown(body, false)).toEqual(at(body));
});

test("what is shown are numbered events still", () => {
  const all = [...inside, ...pauses, ...theirs].map((body) => shown(body, false));
  const events = all.filter((event) => event !== null);
  expect(all.length - events.length).toBe(4);
  for (const event of events) {
    expect(runEventSchema.safeParse(event).error).toBeUndefined();
    expect(event.seq).toBe(7);
  }
});

test("every type of event has been thought of", () => {
  const types = new Set([...inside, ...pauses, ...theirs].map((body) => body.type));
  expect(types.size).toBe(22);
});
