import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { inFolder } from "@/workflows/code/testing/child";
import { projectsFolder, writeProject } from "@/workflows/code/testing/write-project";
import { toCode } from "@/workflows/code/to-code";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { drive } from "@/workflows/compile/testing/drive";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import type { ProviderType } from "./providers/provider";
import { providerOf } from "./providers/registry";
import { type ProviderServer, startProviderServer } from "./testing/provider-server/server";

let server: ProviderServer;
let folder: string;
beforeAll(async () => {
  server = await startProviderServer();
  folder = projectsFolder();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const schema = { type: "object", properties: { total: { type: "number" } }, required: ["total"] };
const document = draw({
  channels: { question: text, order: { type: "object", reducer: "replace" }, words: text, sum: text },
  nodes: {
    start: start("question"),
    plain: node("model", { model: "c/echo", system: "Be brief.", prompt: "{{ question }}", output: "words" }),
    structured: node("model", {
      model: "c/echo",
      prompt: 'json {"total": 42}',
      output: "order",
      format: "json",
      schema,
    }),
    agent: node("agent", {
      model: "c/echo",
      prompt: 'call calculator {"expression": "6 * 7"}',
      output: "sum",
      tools: [{ type: "calculator", config: {} }],
    }),
    end: end("words", "order", "sum"),
  },
  edges: ["start > plain", "plain > structured", "structured > agent", "agent > end"],
});

it("says to a provider, and makes of its answers, what the product does", async () => {
  const baseUrl = `${server.url}/v1`;
  const create = providerOf("openai-compatible").create;
  const resolve = async () =>
    create({ model: "echo", key: "k", baseUrl, account: {}, settings: {}, fetch, metadata: {} });
  const agent = drive(document, { models: { resolve } });
  await agent.run({ question: "Tea?" });
  const asked = server.requests.splice(0).map(({ messages, tools, model }) => ({ messages, tools, model }));

  const connections = { c: { provider: "openai-compatible", name: "Test", baseUrl } };
  writeProject(join(folder, "p"), toCode(document, nodeDefinitions, { connections }).files);
  const { stdout } = await inFolder(join(folder, "p"), ["src/main.ts", '{"question": "Tea?"}']);

  expect(JSON.parse(stdout)).toEqual(await agent.output());
  expect(JSON.parse(stdout)).toMatchObject({ order: { total: 42 }, sum: expect.stringContaining("42") });
  expect(server.requests.map(({ messages, tools, model }) => ({ messages, tools, model }))).toEqual(asked);
}, 60_000);

interface Exported {
  baseUrl: string | null;
  model: string;
  settings?: Record<string, string>;
}

/** Every provider that a connection can have; those without an address are not called here. */
const exported = (url: string): Record<Exclude<ProviderType, "offline">, Exported> => ({
  openai: { baseUrl: `${url}/v1`, model: "plain" },
  "openai-compatible": { baseUrl: `${url}/v1`, model: "plain" },
  anthropic: { baseUrl: url, model: "plain" },
  google: { baseUrl: url, model: "plain" },
  azure: { baseUrl: url, model: "plain", settings: { apiVersion: "2024-10-21" } },
  mistral: { baseUrl: `${url}/v1`, model: "plain" },
  groq: { baseUrl: `${url}/openai/v1`, model: "openai/gpt-oss-20b" },
  together: { baseUrl: `${url}/v1`, model: "meta-llama/plain" },
  ollama: { baseUrl: url, model: "plain", settings: { contextTokens: "16384" } },
  vllm: { baseUrl: `${url}/v1`, model: "gpt-5.6-plain" },
  "llama-stack": { baseUrl: `${url}/v1`, model: "plain" },
  litellm: { baseUrl: `${url}/v1`, model: "plain" },
  bedrock: { baseUrl: null, model: "amazon.nova-pro-v1:0", settings: { region: "eu-central-1" } },
  vertex: { baseUrl: null, model: "gemini-3.8-flash", settings: { location: "europe-west4" } },
});

const asker = `
import { chatModel } from "./src/models.ts";
const said = {};
for (const name of JSON.parse(process.argv[2])) said[name] = (await chatModel(name, { maxTokens: 9 }).invoke("Hi")).text;
chatModel("bedrock/amazon.nova-pro-v1:0");
chatModel("vertex/gemini-3.8-flash");
console.log(JSON.stringify(said));
`;

it("makes the models of every provider, in code that type-checks", async () => {
  const all = Object.entries(exported(server.url));
  const connections = Object.fromEntries(
    all.map(([provider, { model: _, ...connection }]) => [
      provider,
      { provider, name: provider, ...connection },
    ]),
  );
  const nodes = all.map(([provider, { model }], index) => {
    return [
      `n${index}`,
      node("model", { model: `${provider}/${model}`, prompt: "Hi", output: "words" }),
    ] as const;
  });
  const chain = ["start", ...nodes.map(([id]) => id), "end"];
  const many = draw({
    channels: { question: text, words: text },
    nodes: { start: start("question"), ...Object.fromEntries(nodes), end: end("words") },
    edges: chain.slice(1).map((to, index) => `${chain[index]} > ${to}`),
  });
  const { files } = toCode(many, nodeDefinitions, { connections });
  const project = join(folder, "all");
  writeProject(project, { ...files, "ask.ts": asker });
  for (const [, name = ""] of (files[".env.example"] ?? "").matchAll(/^(\w+)=$/gm)) vi.stubEnv(name, "key");
  const called = all.flatMap(([provider, { baseUrl, model }]) => (baseUrl ? [`${provider}/${model}`] : []));
  const { stdout } = await inFolder(project, ["ask.ts", JSON.stringify(called)]);
  vi.unstubAllEnvs();
  expect(JSON.parse(stdout)).toEqual(Object.fromEntries(called.map((name) => [name, "You said: Hi"])));

  const tsc = spawnSync(resolve("node_modules/.bin/tsc"), ["--noEmit", "-p", "."], { cwd: project });
  expect(String(tsc.stdout)).toBe("");
}, 120_000);
