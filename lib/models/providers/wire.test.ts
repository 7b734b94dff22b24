import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { type AIMessageChunk, HumanMessage, SystemMessage } from "@langchain/core/messages";
import { tool } from "@langchain/core/tools";
import { createAgent } from "langchain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createEgress, type Egress } from "@/lib/egress/egress";
import { usageOf } from "@/workflows/events/trace/usage.server";
import type { ModelSettings } from "@/workflows/runtime/ports";
import { guardModel } from "../guard-model";
import { type ProviderServer, startProviderServer } from "../testing/provider-server/server";
import type { DialectName } from "../testing/provider-server/wire";
import type { ProviderType } from "./provider";
import { providerOf } from "./registry";

let server: ProviderServer;
let egress: Egress;

beforeAll(async () => {
  server = await startProviderServer({ key: "sk-right" });
  egress = createEgress(["private"], { idleTimeoutMs: 60_000 });
});
afterAll(async () => {
  await egress.close();
  await server.close();
});

interface Speaker {
  provider: ProviderType;
  path: string;
  dialect: DialectName;
  prefix?: string;
  account?: Record<string, string>;
}

const speakers: readonly Speaker[] = [
  { provider: "openai", path: "/v1", dialect: "openai-chat" },
  { provider: "openai-compatible", path: "/v1", dialect: "openai-chat" },
  // A name for which LangChain chooses the Responses API.
  { provider: "openai", path: "/v1", dialect: "openai-responses", prefix: "gpt-5.6-" },
  { provider: "anthropic", path: "", dialect: "anthropic" },
  { provider: "google", path: "", dialect: "google" },
  { provider: "azure", path: "", dialect: "azure" },
  // A deployment may be called like a model for which LangChain would choose the Responses API.
  { provider: "azure", path: "/", dialect: "azure", prefix: "gpt-5.6-" },
  { provider: "bedrock", path: "", dialect: "bedrock", account: { region: "eu-central-1" } },
  { provider: "vertex", path: "", dialect: "google" },
  { provider: "mistral", path: "/mistral/v1", dialect: "mistral" },
  { provider: "groq", path: "/openai/v1", dialect: "openai-chat", prefix: "openai/gpt-oss-" },
  { provider: "together", path: "/v1", dialect: "openai-chat", prefix: "meta-llama/" },
  { provider: "ollama", path: "", dialect: "ollama", account: { contextTokens: "16384" } },
  { provider: "vllm", path: "/v1", dialect: "openai-chat", prefix: "gpt-5.6-" },
  { provider: "llama-stack", path: "/v1", dialect: "openai-chat" },
  { provider: "litellm", path: "/v1", dialect: "openai-chat" },
];

/** Those that ask for an answer by a schema as for the call of a tool. */
const byTool: ReadonlySet<ProviderType> = new Set(["anthropic", "google", "bedrock", "vertex", "litellm"]);

interface Wanted extends ModelSettings {
  key?: string;
}

describe.each(speakers)("$provider by $dialect", ({ provider, path, dialect, prefix = "", account = {} }) => {
  function open(name: string, { key = "sk-right", ...settings }: Wanted = {}): BaseChatModel {
    const model = providerOf(provider).create({
      model: prefix + name,
      key,
      baseUrl: server.url + path,
      account,
      settings,
      fetch: egress.fetchFor([]),
      metadata: { from: "test" },
    });
    const limits = { firstTokenMs: 60_000, totalMs: settings.timeoutMs ?? 60_000 };
    return guardModel(model, { context: { label: "Test model", key }, limits });
  }

  const adder = tool(({ a, b }) => String(a + b), {
    name: "add",
    description: "Adds two numbers.",
    schema: z.object({ a: z.number(), b: z.number() }),
  });

  it("streams token by token and reports usage at the end", async () => {
    let whole: AIMessageChunk | undefined;
    const texts: string[] = [];
    const stream = await open("words-5").stream([
      new SystemMessage("Be brief."),
      new HumanMessage("Say five words"),
    ]);
    for await (const chunk of stream) {
      if (chunk.text) texts.push(chunk.text);
      whole = whole?.concat(chunk) ?? chunk;
    }
    expect(texts).toEqual(["word1", " word2", " word3", " word4", " word5"]);
    expect(whole?.usage_metadata).toMatchObject({ input_tokens: 5, output_tokens: 5, total_tokens: 10 });
    expect(server.requests.at(-1)).toMatchObject({
      dialect,
      stream: true,
      messages: [
        { role: "system", text: "Be brief." },
        { role: "user", text: "Say five words" },
      ],
    });
  });

  it("answers in one piece, with usage", async () => {
    const answer = await open("plain").invoke("Hello there");
    expect(answer.text).toBe("You said: Hello there");
    expect(answer.usage_metadata).toMatchObject({ input_tokens: 2, output_tokens: 4 });
    // LangChain asks Ollama for a stream in any case.
    expect(server.requests.at(-1)).toMatchObject({ dialect, stream: dialect === "ollama" });
  });

  it("counts cached tokens as part of the input", async () => {
    const stream = await open("cached").stream("one two three four");
    let whole: AIMessageChunk | undefined;
    for await (const chunk of stream) whole = whole?.concat(chunk) ?? chunk;
    // A machine of one's own has no price for what it has seen before, and Ollama does not tell.
    expect(whole && usageOf(whole)).toMatchObject({ input: 4, cached: dialect === "ollama" ? 0 : 2 });
  });

  it("tells what was written to the cache, where the protocol can", async () => {
    const stream = await open("cached-writing").stream("one two three four");
    let whole: AIMessageChunk | undefined;
    for await (const chunk of stream) whole = whole?.concat(chunk) ?? chunk;
    const cacheWrites = dialect === "anthropic" || dialect === "bedrock" ? 1 : 0;
    expect(whole && usageOf(whole)).toMatchObject({ input: 4, cacheWrites });
  });

  it("sends the settings it was given", async () => {
    await open("plain", { temperature: 0.5, maxTokens: 99 }).invoke("Hello");
    const sent = JSON.stringify(server.requests.at(-1)?.body);
    expect(sent).toMatch(/"temperature":0\.5/);
    expect(sent).toMatch(/"(max\w*[tT]okens|num_predict)":99/);
  });

  it("calls a tool and goes on with its result", async () => {
    const agent = createAgent({ model: open("tools"), tools: [adder] });
    const state = await agent.invoke({ messages: [new HumanMessage('call add {"a": 2, "b": 3}')] });
    expect(state.messages.map((message) => message.type)).toEqual(["human", "ai", "tool", "ai"]);
    expect(state.messages.at(-1)?.text).toMatch(/^The tool answered: .*5/);
    expect(server.requests.at(-1)?.tools).toEqual(["add"]);
  });

  it("answers by a JSON schema", async () => {
    const schema = { type: "object", properties: { total: { type: "number" } }, required: ["total"] };
    const model = open("plain").withStructuredOutput(schema, { name: "answer" });
    const said = byTool.has(provider) ? 'call answer {"total": 42}' : 'json {"total": 42}';
    expect(await model.invoke(said)).toEqual({ total: 42 });
    const request = server.requests.at(-1);
    expect(byTool.has(provider) ? request?.tools : request?.wantsJson).toEqual(
      byTool.has(provider) ? ["answer"] : true,
    );
  });

  it("streams the pieces of a tool call", async () => {
    const model = open("tools").bindTools?.([adder]);
    let whole: AIMessageChunk | undefined;
    for await (const chunk of (await model?.stream('call add {"a": 2, "b": 3}')) ?? [])
      whole = whole?.concat(chunk) ?? chunk;
    expect(whole?.tool_calls).toMatchObject([{ name: "add", args: { a: 2, b: 3 } }]);
  });

  it.each<[string, Wanted, object]>([
    [
      "plain",
      { key: "sk-wrong" },
      { code: "model_auth", message: expect.stringContaining("Incorrect API key provided.") },
    ],
    ["status-401", {}, { code: "model_auth" }],
    ["status-404", {}, { code: "model_bad_request" }],
    [
      "status-400",
      {},
      { code: "model_bad_request", message: expect.stringContaining("Scripted failure with status 400.") },
    ],
    [
      "status-429",
      {},
      {
        code: "model_rate_limited",
        details: { hint: expect.stringContaining("Wait"), data: { retryAfterSeconds: 7 } },
      },
    ],
    [
      "status-500",
      {},
      { code: "model_unavailable", message: expect.stringContaining("Scripted failure with status 500.") },
    ],
    ["status-504", {}, { code: "model_timeout" }],
    ["cut-1", {}, { code: "model_unavailable" }],
    ["silent-1", { timeoutMs: 400 }, { code: "model_timeout", message: expect.stringContaining("400 ms") }],
  ])("%s with %o fails with a clear code, in both ways of calling", async (name, wanted, expected) => {
    const before = server.requests.length;
    await expect(open(name, wanted).invoke("one two three")).rejects.toMatchObject(expected);
    await expect(drain(open(name, wanted))).rejects.toMatchObject(expected);
    expect(server.requests.length - before).toBe(2);
  });

  it("fails with a clear code when the answer is broken", async () => {
    await expect(open("garbage-1").invoke("one two three")).rejects.toMatchObject({
      code: "model_unavailable",
    });
  });

  it("never shows the key", async () => {
    const failure = await open("plain", { key: "sk-wrong" })
      .invoke("Hi")
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ message: expect.not.stringContaining("sk-wrong") });
  });

  it("keeps clear errors on a model with tools", async () => {
    const model = open("status-500").bindTools?.([adder]);
    await expect(model?.invoke("Hi")).rejects.toMatchObject({ code: "model_unavailable" });
  });

  it("hangs up when the call is aborted", async () => {
    const controller = new AbortController();
    const gone = server.clientGone();
    const stream = await open("silent-2").stream("one two three", { signal: controller.signal });
    const reading = (async () => {
      for await (const chunk of stream) if (chunk.text) controller.abort();
    })();
    await expect(reading).rejects.toThrow(/abort/i);
    await gone;
  });
});

async function drain(model: BaseChatModel): Promise<void> {
  for await (const _chunk of await model.stream("one two three")) void _chunk;
}

describe("the environment", () => {
  const names = [
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "OPENAI_ORGANIZATION",
    "ANTHROPIC_API_KEY",
    "ANTHROPIC_AUTH_TOKEN",
    "ANTHROPIC_BASE_URL",
    "GOOGLE_API_KEY",
    "GOOGLE_CLOUD_CREDENTIALS",
    "AZURE_OPENAI_API_KEY",
    "AZURE_OPENAI_API_INSTANCE_NAME",
    "AZURE_OPENAI_API_DEPLOYMENT_NAME",
    "AZURE_OPENAI_API_VERSION",
    "AZURE_OPENAI_BASE_PATH",
    "AZURE_OPENAI_ENDPOINT",
    "OPENAI_API_VERSION",
    "AWS_BEARER_TOKEN_BEDROCK",
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_REGION",
    "AWS_ENDPOINT_URL",
    "AWS_ENDPOINT_URL_BEDROCK_RUNTIME",
    "BEDROCK_AWS_ACCESS_KEY_ID",
    "BEDROCK_AWS_SECRET_ACCESS_KEY",
    "OLLAMA_BASE_URL",
    "OLLAMA_API_KEY",
  ];
  const before = Object.fromEntries(names.map((name) => [name, process.env[name]]));
  beforeAll(() => {
    for (const name of names) process.env[name] = "http://127.0.0.1:9/from-the-environment";
  });
  afterAll(() => {
    for (const name of names) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  });

  it.each(speakers)("does not reach $provider by $dialect", async ({ provider, path, account = {} }) => {
    const model = providerOf(provider).create({
      model: "plain",
      key: "sk-right",
      baseUrl: server.url + path,
      account,
      settings: {},
      fetch: egress.fetchFor([]),
      metadata: {},
    });
    expect((await model.invoke("Hi")).text).toBe("You said: Hi");
    expect(server.requests.at(-1)?.key).toBe("sk-right");
  });
});
