import { expect, it } from "vitest";
import { z } from "zod";
import type { ProviderType } from "./provider";
import { providerOf } from "./registry";
import { input } from "./testing/open";

const json = { "content-type": "application/json" };
const answer = {
  choices: [{ index: 0, message: { role: "assistant", content: "{}" }, finish_reason: "stop" }],
};

/** The one request that an answer by a JSON schema makes, without a network. */
async function asked(provider: ProviderType, model: string) {
  const requests: { url: string; body: Record<string, unknown> }[] = [];
  const fetch = async (url: string | URL | Request, init?: RequestInit) => {
    const request = new Request(url, init);
    requests.push({ url: request.url, body: z.record(z.string(), z.unknown()).parse(await request.json()) });
    return new Response(JSON.stringify(answer), { headers: json });
  };
  const schema = { title: "answer", type: "object", properties: {} };
  const chat = providerOf(provider).create(input({ model, fetch, account: {} }));
  await chat.withStructuredOutput(schema, { includeRaw: true }).invoke("Hi");
  return requests[0];
}

it.each<[ProviderType, string, string, "response_format" | "tools"]>([
  ["groq", "openai/gpt-oss-20b", "https://api.groq.com/openai/v1", "response_format"],
  ["groq", "llama-3.3-70b-versatile", "https://api.groq.com/openai/v1", "tools"],
  ["together", "meta-llama/Llama-3.3-70B-Instruct-Turbo", "https://api.together.ai/v1", "response_format"],
  ["mistral", "mistral-large-latest", "https://api.mistral.ai/v1", "response_format"],
  ["vllm", "gpt-5.6-local", "http://localhost:8000/v1", "response_format"],
  ["llama-stack", "meta-llama/Llama-3.3-70B", "http://localhost:8321/v1", "response_format"],
  ["litellm", "gpt-4o", "http://localhost:4000/v1", "tools"],
])("%s asks %s at %s for an answer by %s", async (provider, model, address, way) => {
  const request = await asked(provider, model);
  expect(request?.url).toBe(`${address}/chat/completions`);
  expect(
    Object.keys(request?.body ?? {}).filter((key) => key === "response_format" || key === "tools"),
  ).toEqual([way]);
});
