import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createEgress, type Egress } from "@/lib/egress/egress";
import { cosine } from "@/workflows/data/cosine";
import { hashedVector } from "@/workflows/data/hashed-vector";
import { toModelError } from "../model-error";
import { type ProviderServer, startProviderServer } from "../testing/provider-server/server";
import type { DialectName } from "../testing/provider-server/wire";
import type { ProviderType } from "./provider";
import { providerOf, providers } from "./registry";
import type { Embeddings, Rank, TextInput } from "./text-call";

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
  countsTokens?: boolean;
}

const region = { region: "eu-central-1" };
const embedders: readonly Speaker[] = [
  { provider: "openai", path: "/v1", dialect: "openai-embeddings" },
  { provider: "openai-compatible", path: "/v1/", dialect: "openai-embeddings" },
  { provider: "together", path: "/v1", dialect: "openai-embeddings", prefix: "BAAI/" },
  { provider: "vllm", path: "/v1", dialect: "openai-embeddings" },
  { provider: "llama-stack", path: "/v1", dialect: "openai-embeddings" },
  { provider: "litellm", path: "/v1", dialect: "openai-embeddings" },
  { provider: "mistral", path: "/mistral/v1", dialect: "mistral-embeddings" },
  { provider: "azure", path: "", dialect: "azure-embeddings", prefix: "my depl " },
  { provider: "google", path: "", dialect: "google-embeddings" },
  { provider: "ollama", path: "/api", dialect: "ollama-embeddings" },
  { provider: "bedrock", path: "", dialect: "bedrock-embeddings", prefix: "amazon.titan-", account: region },
  { provider: "vertex", path: "", dialect: "vertex-embeddings", prefix: "text-embedding-" },
  { provider: "vertex", path: "/", dialect: "vertex-embeddings", prefix: "gemini-embedding-" },
  {
    provider: "bedrock",
    path: "",
    dialect: "bedrock-embeddings",
    prefix: "eu.cohere.",
    account: region,
    countsTokens: false,
  },
];
const rankers: readonly Speaker[] = [
  {
    provider: "bedrock",
    path: "",
    dialect: "bedrock-rerank",
    prefix: "cohere.rerank-",
    account: region,
    countsTokens: false,
  },
  {
    provider: "bedrock",
    path: "",
    dialect: "bedrock-rerank",
    prefix: "amazon.rerank-",
    account: region,
    countsTokens: false,
  },
  { provider: "openai-compatible", path: "/v1", dialect: "cohere-rerank" },
  { provider: "together", path: "/v1", dialect: "cohere-rerank" },
  { provider: "vllm", path: "/v1/", dialect: "cohere-rerank" },
  { provider: "litellm", path: "/v1", dialect: "cohere-rerank" },
  { provider: "llama-stack", path: "/v1", dialect: "llama-stack-rerank", countsTokens: false },
];

function inputOf({ path, prefix = "", account = {} }: Speaker, name: string, more: Partial<TextInput> = {}) {
  return {
    model: prefix + name,
    key: "sk-right",
    baseUrl: server.url + path,
    account,
    fetch: egress.fetchFor([]),
    signal: AbortSignal.timeout(60_000),
    ...more,
  };
}

function embeddingsOf(type: ProviderType): Embeddings {
  const { embeddings } = providerOf(type);
  if (!embeddings) throw new Error(`${type} embeds nothing.`);
  return embeddings;
}

function rankOf(type: ProviderType): Rank {
  const { rank } = providerOf(type);
  if (!rank) throw new Error(`${type} ranks nothing.`);
  return rank;
}

const problemOf = async (call: Promise<unknown>) => {
  const error: unknown = await call.then(
    () => new Error("It was answered."),
    (thrown: unknown) => thrown,
  );
  return toModelError(error, { label: "Test model", key: "sk-right" });
};
const context = { purpose: "document" as const, dimensions: undefined };

describe.each(embedders)("$provider $prefix embeds by $dialect", (speaker) => {
  const embed = (name: string, texts: string[], more: object = {}) =>
    embeddingsOf(speaker.provider).embed({ ...inputOf(speaker, name), ...context, texts, ...more });

  it("gives each text its own vector, in the order of the texts", async () => {
    const before = server.requests.length;
    const { vectors, inputTokens } = await embed("m", ["the kettle", "a lamp in red", "toaster"]);
    expect(vectors).toEqual(["the kettle", "a lamp in red", "toaster"].map((text) => hashedVector(text, 16)));
    expect(inputTokens).toBe(speaker.countsTokens === false ? null : 7);
    const [request] = server.requests.slice(before);
    expect(request).toMatchObject({ dialect: speaker.dialect, model: `${speaker.prefix ?? ""}m` });
  });

  it("says how long vectors shall be, and what they are for", async () => {
    const { vectors } = await embed("m", ["which kettle?"], { purpose: "query", dimensions: 8 });
    expect(vectors).toEqual([hashedVector("which kettle?", 8)]);
  });

  it.each([
    ["status-429", "model_rate_limited"],
    ["status-500", "model_unavailable"],
    ["status-400", "model_bad_request"],
  ])("fails where the provider does: %s", async (name, code) => {
    expect(await problemOf(embed(name, ["a"]))).toMatchObject({ code });
  });

  it("says that a key is wrong", async () => {
    const wrong = embed("m", ["a"], { key: "sk-wrong" });
    expect(await problemOf(wrong)).toMatchObject({ code: "model_auth" });
  });

  it("hangs up when it is stopped", async () => {
    const before = server.requests.length;
    const gone = server.clientGone();
    const stop = new AbortController();
    const call = embed("silent-0", ["a"], { signal: stop.signal });
    await vi.waitFor(() => expect(server.requests.length).toBe(before + 1));
    stop.abort();
    await expect(call).rejects.toThrow();
    await gone;
  });
});

describe.each(rankers)("$provider ranks by $dialect", (speaker) => {
  const rank = (name: string, texts: string[], more: object = {}) =>
    rankOf(speaker.provider)({ ...inputOf(speaker, name), query: "red lamp", texts, ...more });

  it("gives each text its score, in the order of the texts", async () => {
    const { scores, inputTokens } = await rank("m", ["a kettle", "red lamp", "a lamp"]);
    expect(scores).toEqual([0, 1, 0.5]);
    expect(inputTokens).toBe(speaker.countsTokens === false ? null : 8);
    expect(server.requests.at(-1)?.dialect).toBe(speaker.dialect);
  });

  it.each([
    ["status-429", "model_rate_limited"],
    ["status-500", "model_unavailable"],
  ])("fails where the provider does: %s", async (name, code) => {
    expect(await problemOf(rank(name, ["a"]))).toMatchObject({ code });
  });

  it("says that a key is wrong", async () => {
    expect(await problemOf(rank("m", ["a"], { key: "sk-wrong" }))).toMatchObject({ code: "model_auth" });
  });
});

describe("what comes back", () => {
  const answering = (body: unknown) => ({
    ...inputOf({ provider: "openai", path: "/v1", dialect: "openai-embeddings" }, "m"),
    fetch: async () => Response.json(body),
  });

  it.each([
    [{ data: [] }, /1 texts were sent and 0 vectors came back/],
    [{ data: [{ embedding: ["a"] }] }, /The answer is none to what was asked/],
    ["<html>", /The answer is none to what was asked/],
  ])("is no vector for every text: %j", async (body, message) => {
    const call = embeddingsOf("openai").embed({ ...answering(body), ...context, texts: ["a"] });
    await expect(call).rejects.toThrow(message);
  });

  it("is no score for every text", async () => {
    const call = rankOf("vllm")({
      ...answering({ results: [{ index: 1, relevance_score: 1 }] }),
      query: "q",
      texts: ["a", "b"],
    });
    await expect(call).rejects.toThrow(/Text 1 of 2 came back without a score/);
  });
});

it("the offline model tells near words from far ones", async () => {
  const offline = { ...inputOf({ provider: "offline", path: "", dialect: "openai-chat" }, "offline") };
  const texts = ["the kettle leaks", "lamps in red"];
  const { vectors } = await embeddingsOf("offline").embed({ ...offline, ...context, texts });
  const asked = hashedVector("why does a kettle leak");
  expect(cosine(asked, vectors[0] ?? [])).toBeGreaterThan(cosine(asked, vectors[1] ?? []));
  const { scores } = await rankOf("offline")({ ...offline, query: "why does a kettle leak", texts });
  expect(scores[0]).toBeGreaterThan(scores[1] ?? 1);
});

it("every provider that embeds or ranks is tried here", () => {
  const able = (what: "embeddings" | "rank") =>
    Object.values(providers)
      .filter((provider) => what in provider)
      .map(({ definition }) => definition.type)
      .sort();
  const tried = (list: readonly Speaker[]) =>
    [...new Set(["offline", ...list.map(({ provider }) => provider)])].sort();
  expect([able("embeddings"), able("rank")]).toEqual([tried(embedders), tried(rankers)]);
});
