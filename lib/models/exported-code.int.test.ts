import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inFolder } from "@/workflows/code/testing/child";
import { projectsFolder, writeProject } from "@/workflows/code/testing/write-project";
import { toCode } from "@/workflows/code/to-code";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { drive } from "@/workflows/compile/testing/drive";
import { nodeDefinitions } from "@/workflows/nodes/registry";
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
  const resolve = async () => create({ model: "echo", key: "k", baseUrl, settings: {}, fetch, metadata: {} });
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
