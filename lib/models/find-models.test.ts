import { afterEach, beforeEach, expect, it } from "vitest";
import { createEgress, type Egress } from "@/lib/egress/egress";
import { startTestServer, type TestServer } from "@/lib/egress/testing/test-server";
import type { OpenConnection } from "./connection";
import { type ConnectionDraft, findModels } from "./find-models";
import type { ProviderType } from "./providers/provider";

let server: TestServer;
let egress: Egress;
let reply: { status: number; body: unknown };
beforeEach(async () => {
  server = await startTestServer((_request, response) => {
    response.writeHead(reply.status, { "content-type": "application/json", "retry-after": "7" });
    response.end(JSON.stringify(reply.body));
  });
  egress = createEgress([]);
});
afterEach(async () => {
  await egress.close();
  await server.close();
});

function draft(provider: ProviderType, path: string, allowPrivate = true): ConnectionDraft {
  return { provider, baseUrl: server.origin + path, key: "sk-right", allowPrivate };
}

function stored(path: string): OpenConnection {
  return {
    id: "con_1",
    provider: "openai",
    name: "Acme",
    baseUrl: server.origin + path,
    key: "sk-stored",
    keyPreview: null,
    models: [],
    settings: {},
    allowPrivate: true,
    updatedAt: "",
    facts: {},
    limits: {},
    said: new Map(),
  };
}

it.each<[ProviderType, string, string, object, unknown, object[]]>([
  [
    "openai",
    "/v1",
    "/v1/models",
    { authorization: "Bearer sk-right" },
    { object: "list", data: [{ id: "b" }, { id: "a" }, { id: "a" }] },
    [
      { id: "a", contextTokens: null },
      { id: "b", contextTokens: null },
    ],
  ],
  [
    "together",
    "/v1",
    "/v1/models",
    {},
    [
      { id: "llama", type: "chat", context_length: 131_072 },
      { id: "flux", type: "image" },
    ],
    [{ id: "llama", contextTokens: 131_072 }],
  ],
  [
    "groq",
    "/openai/v1",
    "/openai/v1/models",
    {},
    { data: [{ id: "openai/gpt-oss-20b", context_window: 131_072 }] },
    [{ id: "openai/gpt-oss-20b", contextTokens: 131_072 }],
  ],
  [
    "mistral",
    "/v1/",
    "/v1/models",
    {},
    {
      data: [
        { id: "mistral-large-latest", max_context_length: 131_072, capabilities: { completion_chat: true } },
        { id: "mistral-embed", capabilities: { completion_chat: false } },
      ],
    },
    [{ id: "mistral-large-latest", contextTokens: 131_072 }],
  ],
  [
    "vllm",
    "/v1",
    "/v1/models",
    {},
    { data: [{ id: "qwen", max_model_len: 32_768 }] },
    [{ id: "qwen", contextTokens: 32_768 }],
  ],
  [
    "llama-stack",
    "/v1",
    "/v1/models",
    {},
    {
      data: [
        { id: "llama", model_type: "llm" },
        { id: "minilm", model_type: "embedding" },
      ],
    },
    [{ id: "llama", contextTokens: null }],
  ],
  [
    "anthropic",
    "",
    "/v1/models?limit=1000",
    { "x-api-key": "sk-right", "anthropic-version": "2023-06-01" },
    { data: [{ type: "model", id: "claude-haiku-4-5", display_name: "Claude Haiku 4.5" }], has_more: false },
    [{ id: "claude-haiku-4-5", contextTokens: null }],
  ],
  [
    "google",
    "",
    "/v1beta/models?pageSize=1000",
    { "x-goog-api-key": "sk-right" },
    {
      models: [
        {
          name: "models/gemini-3.8-flash",
          inputTokenLimit: 1_048_576,
          supportedGenerationMethods: ["generateContent"],
        },
        { name: "models/embedding-001", supportedGenerationMethods: ["embedContent"] },
      ],
    },
    [{ id: "gemini-3.8-flash", contextTokens: 1_048_576 }],
  ],
  [
    "ollama",
    "",
    "/api/tags",
    {},
    { models: [{ name: "llama3.3:latest", size: 1 }] },
    [{ id: "llama3.3:latest", contextTokens: null }],
  ],
])("%s at %s is asked at %s", async (provider, path, url, headers, body, expected) => {
  reply = { status: 200, body };
  expect(await findModels(egress, draft(provider, path))).toEqual(expected);
  expect(server.requests).toMatchObject([{ method: "GET", url, headers }]);
});

it.each([
  ["a wrong key", 401, { error: { message: "Bad key sk-right." } }, "model_auth", "Bad key …."],
  ["too many calls", 429, { error: "Slow down" }, "model_rate_limited", "Slow down"],
  ["something else", 200, { hello: 1 }, "model_unavailable", "no list of models"],
])("%s is told in the provider's words", async (_name, status, body, code, words) => {
  reply = { status, body };
  await expect(findModels(egress, draft("openai", "/v1"))).rejects.toMatchObject({
    code,
    message: expect.stringContaining(words),
  });
});

it("asks no private address that nobody allowed", async () => {
  const asking = findModels(egress, draft("openai", "/v1", false));
  await expect(asking).rejects.toMatchObject({ code: "egress_refused" });
  expect(server.requests).toEqual([]);
});

it("says so where a provider has no list", async () => {
  await expect(findModels(egress, draft("azure", ""))).rejects.toMatchObject({ code: "invalid_input" });
});

it("sends a stored key to its own address alone", async () => {
  reply = { status: 200, body: { data: [{ id: "a" }] } };
  const { key: _key, ...keyless } = draft("openai", "/v1");
  await expect(findModels(egress, keyless, stored("/elsewhere"))).rejects.toMatchObject({
    code: "invalid_input",
    details: { field: "key" },
  });
  expect(server.requests).toEqual([]);
  expect(await findModels(egress, keyless, stored("/v1"))).toEqual([{ id: "a", contextTokens: null }]);
  expect(server.requests).toMatchObject([{ headers: { authorization: "Bearer sk-stored" } }]);
});
