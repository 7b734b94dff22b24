import { describe, expect, it } from "vitest";
import type { Configured } from "@/workflows/graph/configured";
import { emptyDocument } from "@/workflows/graph/document";
import type { IssueCode } from "@/workflows/graph/issue";
import type { JsonObject } from "@/workflows/graph/json";
import { layoutOf } from "@/workflows/graph/layout";
import { validate } from "@/workflows/graph/validate/validate";
import { type NodeType, nodeDefinitions } from "./registry";

const configured: Configured = {
  connections: [
    { id: "offline", name: "Offline", ready: true },
    { id: "con_1", name: "OpenAI", ready: true },
    { id: "con_2", name: "Bare", ready: false },
  ],
  agents: ["order-help"],
  secrets: ["CRM_TOKEN"],
};

const codes: readonly IssueCode[] = ["model_not_configured", "agent_not_published", "secret_not_stored"];

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
