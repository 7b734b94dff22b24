import { HumanMessage, SystemMessage } from "@langchain/core/messages";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEgress, type Egress } from "@/lib/egress/egress";
import { lookAt } from "@/workflows/nodes/model-call.server";
import type { ModelSettings } from "@/workflows/runtime/ports";
import { createModel } from "../model-gateway";
import { refuseUntakable } from "../refuse-untakable";
import { type ProviderServer, startProviderServer } from "../testing/provider-server/server";
import type { ProviderType } from "./provider";
import { providerOf } from "./registry";

let server: ProviderServer;
let egress: Egress;

beforeAll(async () => {
  server = await startProviderServer();
  egress = createEgress(["private"], { idleTimeoutMs: 60_000 });
});
afterAll(async () => {
  await egress.close();
  await server.close();
});

/** What a provider is sent with these settings. */
async function sent(
  provider: ProviderType,
  path: string,
  model: string,
  settings: ModelSettings,
  said = new HumanMessage("Hello"),
) {
  const chat = providerOf(provider).create({
    model,
    key: "k",
    baseUrl: server.url + path,
    account: provider === "bedrock" ? { region: "eu-central-1" } : {},
    settings,
    fetch: egress.fetchFor([]),
    metadata: {},
  });
  await chat.invoke([new SystemMessage("Be brief."), said]);
  return server.requests.at(-1)?.body;
}

describe("how much a model reasons", () => {
  it.each<[ProviderType, string, string, ModelSettings, object]>([
    ["openai", "/v1", "plain", { reasoning: "low" }, { reasoning_effort: "low" }],
    ["openai", "/v1", "gpt-5.6-plain", { reasoning: "high" }, { reasoning: { effort: "high" } }],
    ["openai-compatible", "/v1", "plain", { reasoning: "medium" }, { reasoning_effort: "medium" }],
    ["groq", "/openai/v1", "openai/gpt-oss-plain", { reasoning: "low" }, { reasoning_effort: "low" }],
    ["azure", "", "plain", { reasoning: "high" }, { reasoning_effort: "high" }],
    [
      "google",
      "",
      "gemini-3.8-plain",
      { reasoning: "low" },
      { generationConfig: { thinkingConfig: { thinkingLevel: "LOW" } } },
    ],
    [
      "anthropic",
      "",
      "claude-sonnet-5",
      { reasoning: "high", temperature: 0.5 },
      { thinking: { type: "adaptive" }, output_config: { effort: "high" } },
    ],
    [
      "anthropic",
      "",
      "claude-haiku-4-5",
      { reasoning: "medium", maxTokens: 500 },
      { thinking: { type: "enabled", budget_tokens: 8_192 }, max_tokens: 8_692 },
    ],
    ["mistral", "/mistral/v1", "mistral-small-plain", { reasoning: "medium" }, { reasoning_effort: "high" }],
    ["mistral", "/mistral/v1", "mistral-small-plain", { reasoning: "low" }, { reasoning_effort: "none" }],
    ["mistral", "/mistral/v1", "mistral-large-plain", { reasoning: "low" }, { reasoning_effort: "low" }],
    ["vllm", "/v1", "plain", { reasoning: "low" }, { reasoning_effort: "low" }],
    ["llama-stack", "/v1", "plain", { reasoning: "high" }, { reasoning_effort: "high" }],
    ["ollama", "", "plain", { reasoning: "high" }, { think: true }],
    ["ollama", "", "gpt-oss:20b-plain", { reasoning: "low" }, { think: "low" }],
    [
      "bedrock",
      "",
      "eu.anthropic.claude-sonnet-4-5-20250929-v1:0",
      { reasoning: "low", maxTokens: 500, temperature: 0.5 },
      {
        inferenceConfig: { maxTokens: 2_548 },
        additionalModelRequestFields: { thinking: { type: "enabled", budget_tokens: 2_048 } },
      },
    ],
    [
      "bedrock",
      "",
      "anthropic.claude-sonnet-5",
      { reasoning: "high" },
      { additionalModelRequestFields: { thinking: { type: "adaptive" }, output_config: { effort: "high" } } },
    ],
    [
      "bedrock",
      "",
      "us.amazon.nova-2-lite-v1:0",
      { reasoning: "medium" },
      {
        additionalModelRequestFields: {
          reasoningConfig: { type: "enabled", maxReasoningEffort: "medium" },
        },
      },
    ],
    [
      "bedrock",
      "",
      "openai.gpt-oss-120b-1:0",
      { reasoning: "low" },
      { additionalModelRequestFields: { reasoning_effort: "low" } },
    ],
  ])("is told to %s at %s for %s: %j", async (provider, path, model, settings, body) => {
    expect(await sent(provider, path, model, settings)).toMatchObject(body);
  });

  it("is not spoken of where nobody set it, and Anthropic takes no temperature with it", async () => {
    expect(JSON.stringify(await sent("openai", "/v1", "plain", {}))).not.toContain("reasoning");
    expect(JSON.stringify(await sent("anthropic", "", "claude-sonnet-5", {}))).not.toContain("effort");
    const with_ = await sent("anthropic", "", "claude-sonnet-5", { reasoning: "low", temperature: 0.5 });
    expect(with_).not.toHaveProperty("temperature");
  });

  it("is refused before the call where the provider cannot be told", () => {
    expect(() => refuseUntakable(providerOf("offline").definition, { reasoning: "low" })).toThrow(
      /cannot be told how much a model should reason/,
    );
    const asked = { reasoning: "low" } as const;
    expect(() => createModel(wayOut, mistral, "magistral-medium-latest", asked)).toThrow(
      "magistral-medium-latest always reasons, and cannot be told how much.",
    );
    const bedrock = { ...mistral, provider: "bedrock" as const, settings: { region: "eu-central-1" } };
    expect(() => createModel(wayOut, bedrock, "eu.amazon.nova-pro-v1:0", asked)).toThrow(
      "On Bedrock, eu.amazon.nova-pro-v1:0 cannot be told how much to reason.",
    );
  });
});

const wayOut = { fetchFor: () => egress.fetchFor([]) };
const mistral = {
  id: "con_1",
  provider: "mistral" as const,
  name: "M",
  key: "k",
  baseUrl: null,
  keyPreview: null,
  models: [],
  settings: {},
  allowPrivate: false,
  updatedAt: "2026-01-01T00:00:00Z",
  facts: {},
  limits: {},
  said: new Map(),
};
describe("keeping the prompt's beginning", () => {
  it.each([
    [true, '"cache_control":{"type":"ephemeral"}', 2],
    [false, "cache_control", 1],
  ])("is asked of Anthropic where it is set: %s", async (cachePrompt, words, parts) => {
    const request = JSON.stringify(await sent("anthropic", "", "claude-sonnet-5", { cachePrompt }));
    expect(request.split(words)).toHaveLength(parts);
  });

  it("is asked of Bedrock by a point behind the instructions and one behind the conversation", async () => {
    const points = async (settings: ModelSettings) =>
      JSON.stringify(await sent("bedrock", "", "anthropic.claude-sonnet-5", settings)).split("cachePoint")
        .length - 1;
    expect(await points({ cachePrompt: true })).toBe(2);
    expect(await points({})).toBe(0);
  });
});

describe("images and files", () => {
  const image = { kind: "image", mimeType: "image/png", data: "aW1hZ2U=", name: "a.png" } as const;
  const file = { kind: "file", mimeType: "application/pdf", data: "cGRm", name: "a.pdf" } as const;

  it.each<[ProviderType, string, string, typeof image | typeof file]>([
    ["openai", "/v1", "plain", image],
    ["openai", "/v1", "plain", file],
    ["openai", "/v1", "gpt-5.6-plain", image],
    ["openai", "/v1", "gpt-5.6-plain", file],
    ["anthropic", "", "claude-sonnet-5", image],
    ["anthropic", "", "claude-sonnet-5", file],
    ["google", "", "gemini-3.8-plain", image],
    ["google", "", "gemini-3.8-plain", file],
    ["azure", "", "plain", image],
    ["bedrock", "", "anthropic.claude-sonnet-5", image],
    ["mistral", "/mistral/v1", "plain", image],
    ["groq", "/openai/v1", "plain", image],
    ["ollama", "", "plain", image],
  ])("reach %s at %s with %s: %j", async (provider, path, model, shown) => {
    const body = JSON.stringify(await sent(provider, path, model, {}, lookAt("What is it?", [shown])));
    expect(body).toContain("What is it?");
    expect(body).toContain(shown.data);
  });

  it("are refused before the call where the provider takes none", () => {
    const shown = ["file"] as const;
    expect(() => createModel(wayOut, mistral, "mistral-large", { shown })).toThrow(
      "Mistral takes no PDF files.",
    );
    expect(() => refuseUntakable(providerOf("offline").definition, { shown: ["image"] })).toThrow(
      /takes no images/,
    );
  });
});
