import { describe, expect, it } from "vitest";
import type { JsonObject } from "@/workflows/graph/json";
import type { NodeDefinition } from "./definition";
import { type NodeType, nodeDefinitions } from "./registry";

const valid: Record<NodeType, JsonObject> = {
  start: {},
  end: {},
  model: { model: "offline/offline", prompt: "Hi", output: "a" },
  agent: { model: "offline/offline", prompt: "Hi", output: "a" },
  branch: { conditions: [{ id: "a", label: "A", when: "true" }] },
  human: { message: "?", answers: [{ id: "yes", label: "Yes" }] },
  code: { code: "return 1", output: "a" },
  http: { url: "https://api.test/", output: "a" },
  "set-state": { assignments: [{ channel: "a", value: "1" }] },
  wait: {},
  "call-agent": { slug: "order-help" },
  subgraph: { graph: nodeDefinitions.subgraph.initial.graph ?? {} },
  map: { graph: nodeDefinitions.map.initial.graph ?? {} },
  "stop-with-error": { message: "No." },
  "error-handler": { cases: [{ id: "a", label: "A", kind: "timeout" }] },
  "model-router": { model: "m", text: "x", routes: [{ id: "a", label: "A", description: "x" }] },
  classify: { model: "m", text: "x", labels: ["a", "b"].map((id) => ({ id, label: id })), output: "kind" },
  extract: { model: "m", text: "x", schema: {}, output: "a" },
  summarise: { model: "m", messages: "chat" },
  moderate: { model: "m", text: "x" },
  guardrail: { text: "x", injection: "usual" },
  switch: { value: "a", cases: [{ id: "a", label: "A", equals: "x" }] },
  transform: { value: "1", output: "a" },
  template: { text: "Hi", output: "a" },
  parse: { text: "t", output: "a" },
  validate: { value: "v", schema: {} },
  merge: { sources: [{ value: "x" }, { value: "y" }], output: "a" },
  filter: { list: "l", keep: "true", output: "a" },
  sort: { list: "l", orders: [{}], output: "a" },
  aggregate: { list: "l", figures: [{ name: "n" }], output: "a" },
  deduplicate: { list: "l", output: "a" },
  notify: { by: "slack", url: "https://hooks.example.com/x", text: "Hi" },
  sql: { connection: "DB", query: "select 1", output: "a" },
  file: { name: "a.txt", content: "a" },
  date: { output: "a" },
  "event-address": { output: "a" },
  embed: { model: "m", list: "l", output: "a" },
  rerank: { model: "m", query: "q", list: "l", output: "a" },
  store: { key: "k", output: "a" },
};

const answers = (...ids: string[]) => ({ answers: ids.map((id) => ({ id, label: id })) });
const pairs = (length: number) => Array.from({ length }, (_, index) => ({ name: `h${index}`, value: "v" }));
const schemaOf = (type: NodeType): NodeDefinition["config"] => nodeDefinitions[type].config;
const fieldsOf = (type: NodeType, more: JsonObject) =>
  schemaOf(type)
    .safeParse({ ...valid[type], ...more })
    .error?.issues.map(({ path }) => path.join("."));

describe("settings at their bounds", () => {
  it.each<[NodeType, JsonObject]>([
    ["model", { temperature: 0 }],
    ["model", { temperature: 2, maxTokens: 1 }],
    ["model", { prompt: "x".repeat(100_000) }],
    ["agent", { maxModelCalls: 1, maxToolCalls: 500 }],
    ["agent", { tools: Array.from({ length: 50 }, () => ({ type: "calculator", config: {} })) }],
    ["branch", { conditions: [{ id: "a-b_C9", label: "x".repeat(60), when: "true" }] }],
    ["human", answers("a", "b", "c", "d", "e", "f", "g", "h")],
    ["human", { message: "" }],
    ["code", { timeoutMs: 10, memoryMb: 1 }],
    ["code", { timeoutMs: 60_000, memoryMb: 256 }],
    ["http", { timeoutMs: 100, maxBytes: 1, headers: pairs(50) }],
    ["map", { places: 1, most: 1 }],
    ["map", { places: 100, most: 1_000, onItemError: "note", errors: "wrong" }],
    ["http", { url: `https://x/${"a".repeat(3_990)}` }],
    ["wait", { wait: "for", amount: 0, unit: "seconds" }],
    ["wait", { wait: "until", until: "at" }],
    ["call-agent", { version: 1, timeoutMinutes: 527_040 }],
    ["model-router", { threshold: 0 }],
    ["model-router", { threshold: 1 }],
    ["extract", { attempts: 5, onMisfit: "port" }],
    ["summarise", { over: 0, keep: 1, maxTokens: 50 }],
    ["moderate", { threshold: 0.05 }],
  ])("are taken: %s %.90j", (type, more) => {
    expect(fieldsOf(type, more)).toBeUndefined();
  });

  it.each<[NodeType, JsonObject, string]>([
    ["model", { samples: 0 }, "samples"],
    ["model", { samples: 16 }, "samples"],
    ["model", { temperature: 2.1 }, "temperature"],
    ["model", { temperature: "1" }, "temperature"],
    ["model", { maxTokens: 0 }, "maxTokens"],
    ["model", { maxTokens: 1.5 }, "maxTokens"],
    ["model", { model: "" }, "model"],
    ["model", { output: "Not a channel" }, "output"],
    ["model", { messages: "hasOwnProperty" }, "messages"],
    ["model", { format: "xml" }, "format"],
    ["model", { schema: [] }, "schema"],
    ["model", { apiKey: "sk-1" }, ""],
    ["map", { places: 0 }, "places"],
    ["map", { places: 101 }, "places"],
    ["map", { most: 1_001 }, "most"],
    ["map", { onItemError: "retry" }, "onItemError"],
    ["map", { item: "Not a channel" }, "item"],
    ["map", { list: 1 }, "list"],
    ["agent", { maxModelCalls: 0 }, "maxModelCalls"],
    ["agent", { maxModelCalls: 101 }, "maxModelCalls"],
    ["agent", { maxToolCalls: 0 }, "maxToolCalls"],
    ["agent", { tools: [{ type: "shell", config: {} }] }, "tools.0.type"],
    ["agent", { tools: [{ type: "calculator", config: {}, attempts: 6 }] }, "tools.0.attempts"],
    ["branch", { conditions: [{ id: "Else", label: "A", when: "true" }] }, "conditions.0.id"],
    ["branch", { conditions: [{ id: "limit", label: "A", when: "true" }] }, "conditions.0.id"],
    ["branch", { conditions: [{ id: "a", label: "", when: "true" }] }, "conditions.0.label"],
    ["human", answers("a", "a"), "answers"],
    ["human", answers("error"), "answers.0.id"],
    ["human", answers("a", "b", "c", "d", "e", "f", "g", "h", "i"), "answers"],
    ["human", { answers: [{ id: "a", label: "A", tone: "loud" }] }, "answers.0.tone"],
    ["human", { edit: ["Draft"] }, "edit.0"],
    ["code", { code: "" }, "code"],
    ["code", { timeoutMs: 9 }, "timeoutMs"],
    ["code", { timeoutMs: 60_001 }, "timeoutMs"],
    ["code", { memoryMb: 257 }, "memoryMb"],
    ["code", { writes: "all" }, "writes"],
    ["http", { method: "TRACE" }, "method"],
    ["http", { url: "" }, "url"],
    ["http", { maxBytes: 20_000_001 }, "maxBytes"],
    ["http", { timeoutMs: 300_001 }, "timeoutMs"],
    ["http", { headers: pairs(51) }, "headers"],
    ["wait", { wait: "ever" }, "wait"],
    ["wait", { amount: -1 }, "amount"],
    ["wait", { unit: "weeks" }, "unit"],
    ["call-agent", { slug: "Order Help" }, "slug"],
    ["call-agent", { version: 0 }, "version"],
    ["call-agent", { timeoutMinutes: 0 }, "timeoutMinutes"],
    ["call-agent", { inputs: [{ from: "a", to: "" }] }, "inputs.0.to"],
    [
      "call-agent",
      {
        inputs: [
          { from: "a", to: "x" },
          { from: "b", to: "x" },
        ],
      },
      "inputs",
    ],
    [
      "call-agent",
      {
        outputs: [
          { from: "x", to: "a" },
          { from: "y", to: "a" },
        ],
      },
      "outputs",
    ],
    ["model-router", { threshold: 1.1 }, "threshold"],
    ["extract", { attempts: 0 }, "attempts"],
    ["extract", { attempts: 6 }, "attempts"],
    ["summarise", { keep: 0 }, "keep"],
    ["summarise", { messages: "Chat" }, "messages"],
    ["moderate", { threshold: 0 }, "threshold"],
    ["set-state", { assignments: [] }, "assignments"],
    ["set-state", { assignments: [{ channel: "a", value: "" }] }, "assignments.0.value"],
    ["set-state", { assignments: [{ channel: "1a", value: "1" }] }, "assignments.0.channel"],
  ])("are refused past them, at the field: %s %.90j", (type, more, field) => {
    expect(fieldsOf(type, more)).toEqual([field]);
  });
});

describe("running a node twice with the same state", () => {
  it.each<[NodeType, JsonObject, boolean]>([
    ["set-state", {}, true],
    ["branch", {}, true],
    ["code", {}, true],
    ["human", {}, true],
    ["wait", {}, true],
    ["call-agent", {}, true],
    ["model", {}, true],
    ["http", { method: "GET" }, true],
    ["http", { method: "HEAD" }, true],
    ["http", { method: "DELETE" }, true],
    ["http", { method: "POST" }, false],
    ["agent", {}, true],
    ["agent", { tools: [{ type: "current-time", config: {} }] }, true],
    [
      "agent",
      { tools: [{ type: "http-request", config: { name: "get", purpose: "x", url: "https://api.test/" } }] },
      false,
    ],
  ])("%s %j does no harm: %s", (type, more, harmless) => {
    const definition: NodeDefinition = nodeDefinitions[type];
    const config = definition.config.parse({ ...valid[type], ...more });
    expect(definition.idempotent(config)).toBe(harmless);
  });
});

describe("what a node writes", () => {
  const writes = (type: NodeType, more: JsonObject) => {
    const definition: NodeDefinition = nodeDefinitions[type];
    const config = definition.config.parse({ ...valid[type], ...more });
    return definition.writes(config).map(({ channel, field, type: kind }) => `${field} > ${channel} ${kind}`);
  };

  it.each<[NodeType, JsonObject, string[]]>([
    ["model", {}, ["output > a string"]],
    ["model", { format: "json", schema: {} }, ["output > a object"]],
    ["model", { messages: "chat" }, ["messages > chat messages", "output > a string"]],
    ["agent", { messages: "chat" }, ["messages > chat messages", "output > a string"]],
    ["code", {}, ["output > a undefined"]],
    ["code", { writes: "keys", outputs: ["b", "c"] }, ["outputs.0 > b undefined", "outputs.1 > c undefined"]],
    ["code", { writes: "keys" }, []],
    ["http", { parse: "text" }, ["output > a string"]],
    ["http", { statusChannel: "s" }, ["output > a undefined", "statusChannel > s number"]],
    ["human", { edit: ["d"], textChannel: "why" }, ["edit.0 > d undefined", "textChannel > why string"]],
    [
      "call-agent",
      { outputs: [{ from: "answer", to: "a" }], output: "all" },
      ["outputs.0.to > a undefined", "output > all object"],
    ],
    ["branch", {}, []],
  ])("%s %j: %j", (type, more, expected) => {
    expect(writes(type, more)).toEqual(expected);
  });
});
