import { describe, expect, it } from "vitest";
import type { Configured, ToolState } from "@/workflows/graph/configured";
import { emptyDocument } from "@/workflows/graph/document";
import type { IssueCode } from "@/workflows/graph/issue";
import type { JsonObject } from "@/workflows/graph/json";
import { layoutOf } from "@/workflows/graph/layout";
import { knownAgent } from "@/workflows/graph/testing/known-agent";
import { validate } from "@/workflows/graph/validate/validate";
import { type NodeType, nodeDefinitions } from "./registry";

const configured: Configured = {
  connections: [
    { id: "offline", name: "Offline", ready: true },
    { id: "con_1", name: "OpenAI", ready: true },
    { id: "con_2", name: "Bare", ready: false },
  ],
  slots: ["fast"],
  agents: [knownAgent("order-help")],
  secrets: ["CRM_TOKEN"],
  tools: [
    known("find", "ready"),
    known("post", "ready", false),
    known("moved", "changed"),
    known("dropped", "gone"),
    known("quiet", "off"),
    { ...known("kept", "ready"), usableFor: ["admin"] },
  ],
};

function known(name: string, state: ToolState, repeatable = true) {
  return {
    id: `tool_${name}`,
    name,
    title: name,
    source: "Shop",
    repeatable,
    state,
    version: null,
    usableFor: null,
  };
}

const codes: readonly IssueCode[] = [
  "model_not_configured",
  "agent_not_published",
  "secret_not_stored",
  "tool_not_configured",
];

/** What one node lacks, as the rule tells it. */
function lacking(type: NodeType, config: JsonObject, there: Configured | null = configured) {
  const { typeVersion } = nodeDefinitions[type];
  const node = { type, typeVersion, title: "N", config, policy: { onError: "fail" as const } };
  const document = { ...emptyDocument(), nodes: { n: node }, layout: layoutOf({ n: { x: 0, y: 0 } }) };
  return validate(document, nodeDefinitions, there ?? undefined).filter(({ code }) => codes.includes(code));
}

const model = (reference: string) => ({ model: reference, prompt: "Hi", output: "x" });
const asking = (slug: string) => ({
  ...model("offline/offline"),
  tools: [{ type: "agent", attempts: 1, config: { slug, purpose: "Orders." } }],
});
const picking = (name: string, version?: number) => ({
  ...model("offline/offline"),
  tools: [
    {
      type: "imported",
      attempts: 1,
      config: { tool: { id: `tool_${name}`, name, repeatable: true, ...(version && { version }) } },
    },
  ],
});
const calling = (token: string) => ({
  ...model("offline/offline"),
  tools: [
    {
      type: "http-request",
      attempts: 1,
      config: {
        name: "look_up",
        purpose: "Looks it up.",
        url: "https://api.example.com/",
        headers: [{ name: "authorization", value: `Bearer {{ secrets.${token} }}` }],
      },
    },
  ],
});
const request = (url: string) => ({ method: "GET", url, output: "x" });

describe("what nodes need of the workspace", () => {
  it.each<[IssueCode, NodeType, JsonObject, string, RegExp]>([
    [
      "model_not_configured",
      "model",
      model("con_9/gpt"),
      "model",
      /no connection for the model “con_9\/gpt”/,
    ],
    ["model_not_configured", "agent", model("con_2/gpt"), "model", /“Bare” has no key/],
    ["tool_not_configured", "agent", picking("nope"), "tools.0.config.tool", /no tool “nope”/],
    ["tool_not_configured", "agent", picking("post"), "tools.0.config.tool", /Choose it again/],
    ["tool_not_configured", "agent", picking("moved"), "tools.0.config.tool", /“moved” of Shop has changed/],
    ["tool_not_configured", "agent", picking("dropped"), "tools.0.config.tool", /not offered/],
    ["tool_not_configured", "agent", picking("quiet"), "tools.0.config.tool", /turned off/],
    ["tool_not_configured", "agent", picking("find", 2), "tools.0.config.tool", /no version 2/],
    ["tool_not_configured", "agent", picking("kept"), "tools.0.config.tool", /kept to administrators/],
    [
      "agent_not_published",
      "agent",
      asking("order-halp"),
      "tools.0.config.slug",
      /Did you mean “order-help”/,
    ],
    [
      "agent_not_published",
      "agent",
      asking("weather"),
      "tools.0.config.slug",
      /no published agent .*“weather”/,
    ],
    [
      "secret_not_stored",
      "http",
      request("https://x.test/{{ secrets.OTHER }}"),
      "url",
      /no secret named “OTHER”/,
    ],
    [
      "secret_not_stored",
      "agent",
      calling("CRM_TOKN"),
      "tools.0.config.headers.0.value",
      /Did you mean “CRM_TOKEN”/,
    ],
  ])("%s: %s", (code, type, config, field, message) => {
    expect(lacking(type, config)).toEqual([
      expect.objectContaining({
        code,
        path: { nodeId: "n", field },
        message: expect.stringMatching(message),
      }),
    ]);
  });

  it.each<[NodeType, JsonObject]>([
    ["model", model("offline/offline")],
    ["model", model("con_1/org/some-model")],
    ["agent", asking("order-help")],
    ["agent", calling("CRM_TOKEN")],
    ["http", request("https://x.test/?token={{ secrets.CRM_TOKEN }}")],
  ])("is there: %s %j", (type, config) => {
    expect(lacking(type, config)).toEqual([]);
  });

  it("is not asked for where nobody knows what is set up", () => {
    expect(lacking("model", model("con_9/gpt"), null)).toEqual([]);
  });
});

describe("what a model is known to lack", () => {
  const there: Configured = {
    ...configured,
    slots: ["fast"],
    models: [
      {
        reference: "con_1/small",
        name: "small",
        facts: { tools: false, images: false, outputTokens: 1_000 },
      },
      { reference: "slot/fast", name: "fast", facts: { json: false } },
    ],
  };
  const warned = (type: NodeType, config: JsonObject) => {
    const { typeVersion } = nodeDefinitions[type];
    const node = { type, typeVersion, title: "N", config, policy: { onError: "fail" as const } };
    const document = { ...emptyDocument(), nodes: { n: node }, layout: layoutOf({ n: { x: 0, y: 0 } }) };
    const issues = validate(document, nodeDefinitions, there);
    return issues.filter(({ code }) => code === "model_lacks_ability");
  };
  const small = model("con_1/small");

  it.each<[NodeType, JsonObject, RegExp]>([
    ["model", { ...small, attachments: "x" }, /“small” takes no images/],
    [
      "model",
      { ...small, maxTokens: 2_000 },
      /“small” answers with 1000 tokens at most, and up to 2000 are asked for/,
    ],
    ["agent", { ...picking("find"), model: "con_1/small" }, /“small” cannot call tools/],
    [
      "model",
      { ...model("slot/fast"), format: "json", schema: { type: "object" } },
      /every model of the slot “fast” cannot answer by a JSON schema/,
    ],
    [
      "extract",
      { model: "slot/fast", text: "x", schema: { type: "object" }, output: "x" },
      /slot “fast” cannot answer by/,
    ],
  ])("is a warning at its field: %s %j", (type, config, message) => {
    expect(warned(type, config)).toEqual([
      expect.objectContaining({
        severity: "warning",
        settings: "models",
        path: { nodeId: "n", field: "model" },
        message: expect.stringMatching(message),
      }),
    ]);
  });

  it.each<[NodeType, JsonObject]>([
    ["model", small],
    ["model", { ...small, maxTokens: 1_000 }],
    ["model", { ...model("con_1/other"), attachments: "x" }],
    ["model", model("slot/fast")],
  ])("is not spoken of where it is not asked for, or not known: %s %j", (type, config) => {
    expect(warned(type, config)).toEqual([]);
  });
});
