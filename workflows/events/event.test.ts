import { describe, expect, it } from "vitest";
import { type EventBody, type EventType, interruptAnswerSchema, runEventSchema } from "./event";

const problem = { code: "node_failed", message: "It broke.", nodeId: "a" };
const span = { spanId: "a#1", parentSpanId: "run" };
const used = { tokens: { input: 1, output: 2, cached: 0 }, costMicros: 3, unknownCostCalls: 0 };
const model = { provider: "p", model: "m" };
const payload = {
  message: "Sure?",
  answers: [{ id: "y", label: "Yes", tone: "primary" as const }],
  allowText: true,
};

/** One of each kind; a kind that is forgotten does not compile. */
const samples: { [Type in EventType]: Extract<EventBody, { type: Type }>["data"] } = {
  "run.started": { input: { q: 1 } },
  "run.resumed": { reason: "recovered" },
  "run.finished": { output: null },
  "run.failed": { status: "timeout", problem },
  "run.cancelled": { by: "Ada" },
  "run.interrupted": { interruptIds: ["i1"] },
  "checkpoint.saved": { checkpointId: "c", step: -1, next: [] },
  "node.started": { ...span, taskId: "t", input: { q: 1 } },
  "node.finished": { ...span, port: "out", edgeIds: ["e"], update: { x: [1] } },
  "node.failed": { ...span, problem, attempt: 1, willRetry: true },
  "item.started": { ...span, index: 0, count: 3, label: "First" },
  "item.finished": { ...span, output: [1] },
  "item.failed": { ...span, problem },
  "node.interrupted": { ...span, interruptId: "i", payload },
  "interrupt.answered": { interruptId: "i", answer: { answer: "y", edits: { x: 1 } }, by: "Ada" },
  "model.started": { ...span, ...model, messages: [{ role: "user", content: "Hi" }] },
  "model.delta": { spanId: "m", text: "" },
  "model.finished": {
    ...span,
    ...model,
    message: { role: "assistant", content: "" },
    usage: null,
    costMicros: null,
  },
  "model.failed": { ...span, problem },
  "tool.started": { ...span, name: "t", args: {}, toolCallId: "c" },
  "tool.finished": { ...span, result: "text" },
  "tool.failed": { ...span, problem },
  "http.finished": {
    ...span,
    ms: 5,
    exchange: { request: { method: "GET", url: "https://shop.test", headers: {} } },
  },
  "child.started": { ...span, runId: "run_2", agentId: "agt", agentName: "Helper", version: 1 },
  "child.ended": { ...span, runId: "run_2", status: "error", output: null, problem, used },
  "replay.diverged": { kind: "http", now: "GET /b", before: null, live: true },
  log: { level: "warn", message: "hm" },
};
const kinds = Object.entries(samples);
const event = (type: string, data: object, more: object = {}) => ({
  runId: "run_1",
  seq: 1,
  ts: 1,
  ns: [],
  type,
  data,
  ...more,
});

describe("a stored event", () => {
  it.each(kinds)("%s is read as it was written", (type, data) => {
    const stored: unknown = JSON.parse(
      JSON.stringify(event(type, data, { node: "a", visit: 1, ns: ["sub"] })),
    );
    expect(runEventSchema.parse(stored)).toEqual(stored);
  });

  it.each(
    kinds.flatMap(([type, data]) =>
      Object.keys(data)
        .filter(
          (field) => !["by", "parentSpanId", "input", "toolCallId"].includes(field) || type === "run.started",
        )
        .filter((field) => type !== "child.ended" || !["output", "problem"].includes(field))
        .map((field) => [type, field, data] as const),
    ),
  )("%s is refused without its %s", (type, field, data) => {
    const less = Object.fromEntries(Object.entries(data).filter(([name]) => name !== field));
    expect(runEventSchema.safeParse(event(type, less)).success).toBe(false);
  });

  it.each([
    ["no such kind", event("run.paused", {})],
    ["a number before the first", event("log", samples.log, { seq: 0 })],
    ["a broken number", event("log", samples.log, { seq: 1.5 })],
    ["no run", event("log", samples.log, { runId: undefined })],
    ["a visit before the first", event("log", samples.log, { visit: 0 })],
    ["no place", event("log", samples.log, { ns: undefined })],
    ["a negative cost", event("model.finished", { ...samples["model.finished"], costMicros: -1 })],
    ["a broken cost", event("model.finished", { ...samples["model.finished"], costMicros: 0.5 })],
  ])("is refused with %s", (_, stored) => {
    expect(runEventSchema.safeParse(stored).success).toBe(false);
  });
});

describe("a person's answer", () => {
  it.each([[{ answer: "y" }], [{ answer: "y", text: "" }], [{ answer: "y", edits: {} }]])(
    "may be %j",
    (answer) => {
      expect(interruptAnswerSchema.safeParse(answer).success).toBe(true);
    },
  );

  it.each([
    [{}],
    [{ answer: "" }],
    [{ answer: "y", extra: 1 }],
    [{ answer: "y", text: "x".repeat(20_001) }],
    [{ answer: "y", edits: [1] }],
  ])("may not be %j", (answer) => {
    expect(interruptAnswerSchema.safeParse(answer).success).toBe(false);
  });
});
