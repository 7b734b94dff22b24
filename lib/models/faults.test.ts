import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createEgress, type Egress } from "@/lib/egress/egress";
import { Breakers } from "@/lib/resilience/breakers";
import type { OpenConnection } from "./connection";
import { createModel, providerPlace } from "./model-gateway";
import type { ProviderType } from "./providers/provider";
import { createDefaultScript } from "./testing/provider-server/default-script";
import { type ProviderServer, startProviderServer } from "./testing/provider-server/server";

let server: ProviderServer;
let egress: Egress;

const providerSettings: Partial<Record<ProviderType, Record<string, string>>> = {
  bedrock: { region: "eu-central-1" },
};

const patience = { firstTokenMs: 400, totalMs: 5_000 };
const idleTimeoutMs = 500;

beforeAll(async () => {
  const script = createDefaultScript();
  server = await startProviderServer({
    key: "sk-right",
    script: (request) =>
      request.model.includes("no-hint") ? { status: 429, message: "Too many calls." } : script(request),
  });
  egress = createEgress(["private"], { idleTimeoutMs });
});
afterAll(async () => {
  await egress.close();
  await server.close();
});

function world(provider: ProviderType, path: string, prefix: string) {
  const breakers = new Breakers(
    { warn: vi.fn(), info: vi.fn() },
    { failures: 2, firstMs: 4_000, mostMs: 300_000 },
  );
  const connection: OpenConnection = {
    id: "con_1",
    provider,
    name: "Acme",
    baseUrl: server.url + path,
    key: "sk-right",
    keyPreview: null,
    models: [],
    settings: providerSettings[provider] ?? {},
    allowPrivate: true,
    updatedAt: "",
    facts: {},
    limits: {},
    said: new Map(),
  };
  const open = (name: string): BaseChatModel => {
    const model = prefix + name;
    const breaker = breakers.of(providerPlace("ws_1", connection, model));
    return createModel(egress, connection, model, {}, { breaker, limits: patience });
  };
  return { breakers, open };
}

/** What a person sees of a streamed call: the text before it broke, and why. */
async function read(model: BaseChatModel): Promise<{ text: string; error?: unknown }> {
  let text = "";
  try {
    for await (const chunk of await model.stream(ask)) text += chunk.text;
    return { text };
  } catch (error) {
    return { text, error };
  }
}
const ask = "one two three four five six seven eight nine ten eleven twelve";

const speakers: readonly [ProviderType, string, string][] = [
  ["openai", "/v1", ""],
  // By the Responses API.
  ["openai", "/v1", "gpt-5.6-"],
  ["openai-compatible", "/v1", ""],
  ["anthropic", "", ""],
  ["google", "", ""],
  ["azure", "", ""],
  ["bedrock", "", ""],
  ["vertex", "", ""],
  ["mistral", "/mistral/v1", ""],
  ["ollama", "", ""],
  // What Groq, Together, Llama Stack and LiteLLM are called by, too.
  ["vllm", "/v1", ""],
];

const unanswered = [
  ["status-429", "model_rate_limited", "refuses more calls for now"],
  ["no-hint", "model_rate_limited", "Too many calls."],
  ["status-500", "model_unavailable", "Scripted failure with status 500."],
  ["silent-0", "model_timeout", "It had sent nothing after 400 ms."],
] as const;

const broken = [
  ["silent-10", "model_timeout", "The answer stopped in the middle and did not go on."],
  ["cut-10", "model_unavailable", "The connection was cut."],
  ["garbage-10", "model_unavailable", ""],
  ["ended-10", "model_unavailable", "The answer broke off in the middle."],
] as const;

describe.each(speakers)("a fault of %s at %s%s", (provider, path, prefix) => {
  it.each(unanswered)(
    "%s before an answer is told as %s, is counted and not repeated",
    async (name, code, words) => {
      const { breakers, open } = world(provider, path, prefix);
      const before = server.requests.length;
      const { text, error } = await read(open(name));
      expect(text).toBe("");
      expect(error).toMatchObject({ code, message: expect.stringContaining(words) });
      expect(server.requests.length - before).toBe(1);
      expect(breakers.states()).toMatchObject([
        { kind: "provider", name: `Acme · ${prefix}${name}`, failures: 1 },
      ]);
      await read(open(name));
      expect((await read(open(name))).error).toMatchObject({ code: "circuit_open" });
      expect(server.requests.length - before).toBe(2);
    },
  );

  it.each(broken)("%s in the middle of an answer is told as %s, and counted", async (name, code, words) => {
    const { breakers, open } = world(provider, path, prefix);
    const { text, error } = await read(open(name));
    expect(text.split(" ").length).toBeGreaterThanOrEqual(10);
    expect(error).toMatchObject({ code, message: expect.stringContaining(words) });
    expect(breakers.states()).toMatchObject([{ failures: 1, lastError: expect.stringContaining("Acme") }]);
  });

  it("is waited for as long as the provider asks", async () => {
    const { breakers, open } = world(provider, path, prefix);
    for (let count = 0; count < 2; count += 1) await read(open("status-429"));
    const [state] = breakers.states();
    expect((state?.retryAt ?? 0) - Date.now()).toBeGreaterThan(5_000);
  });

  it.each([["status-400"], ["status-401"], ["status-404"]])("%s is ours and not counted", async (name) => {
    const { breakers, open } = world(provider, path, prefix);
    for (let count = 0; count < 3; count += 1) await read(open(name));
    expect(breakers.states()).toEqual([]);
  });

  it("a cancel is not counted", async () => {
    const { breakers, open } = world(provider, path, prefix);
    for (let count = 0; count < 3; count += 1) {
      const stop = new AbortController();
      const stream = await open("silent-2").stream(ask, { signal: stop.signal });
      const reading = (async () => {
        for await (const chunk of stream) if (chunk.text) stop.abort();
      })();
      await expect(reading).rejects.toThrow(/abort/i);
    }
    expect(breakers.states()).toEqual([]);
  });

  it("an answer in one piece is counted once", async () => {
    const { breakers, open } = world(provider, path, prefix);
    await expect(open("status-500").invoke(ask)).rejects.toMatchObject({ code: "model_unavailable" });
    expect(breakers.states()).toMatchObject([{ failures: 1 }]);
    expect((await open("plain").invoke("Hi")).text).toBe("You said: Hi");
  });
});
