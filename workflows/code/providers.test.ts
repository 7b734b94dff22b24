import { describe, expect, it } from "vitest";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { modelSources } from "./model-sources";
import { packageVersions } from "./packages";
import { toCode } from "./to-code";
import { modelUse } from "./write/model-use";
import { modelsFile } from "./write/models-file";

const providers = Object.keys(modelSources);
const connection = (provider: string, more: object = {}) => ({
  connections: { c: { provider, name: "Main", baseUrl: null, ...more } },
});
const chat = (provider: string, more: object = {}) =>
  modelsFile([modelUse("chat", "c/a-model")], connection(provider, more));

describe.each(providers)("a model of the provider %s in exported code", (provider) => {
  const source = modelSources[provider];

  it("is of a class that its package has", async () => {
    const module: object = await import(source?.package ?? "");
    expect(Object.keys(module)).toContain(source?.className);
    expect(Object.keys(packageVersions)).toContain(source?.package);
    expect(chat(provider).text).toContain(`import { ${source?.className} } from "${source?.package}";`);
  });

  it("has a variable for its key, with what it is for, and no key in the code", () => {
    const { env, text: code } = chat(provider);
    expect([...env]).toEqual([[source?.key, "Key of the model connection “Main”."]]);
    expect(code).toContain(source?.key);
    expect(code).toContain('"a-model"');
    expect(code.includes('from "./lib/env"')).toBe(!source?.keyIsOptional);
  });

  it("is asked at the address of its connection", () => {
    expect(chat(provider, { baseUrl: "https://models.test/v1" }).text).toContain('"https://models.test/v1"');
  });

  it("that embeds is of a class that its package has, and one that does not says so", async () => {
    const { text: code, notes } = modelsFile([modelUse("embedding", "c/e")], connection(provider));
    const [, className = "", from = ""] =
      /import \{ (\w+) \} from "(@langchain\/[\w-]+)"/.exec(code.replace(/import \{ type .*\n/, "")) ?? [];
    const module: object = await import(from);
    expect(Object.keys(module)).toContain(className);
    expect([...notes.values()].some((note) => note.includes("embed nothing"))).toBe(!source?.embeddings);
  });

  it("that ranks speaks the form that is known, and another one is told of", () => {
    const { text: code, notes } = modelsFile([modelUse("rerank", "c/r")], connection(provider));
    expect(code).toContain("new Reranker({");
    expect([...notes.values()].some((note) => note.includes("Cohere"))).toBe(!source?.ranks);
  });
});

describe("settings of connections", () => {
  it.each([
    ["azure", { apiVersion: "2025-01-01" }, 'azureOpenAIApiVersion: "2025-01-01"'],
    ["azure", {}, 'azureOpenAIApiVersion: "2024-10-21"'],
    ["bedrock", { region: "eu-central-1" }, 'region: "eu-central-1"'],
    [
      "bedrock",
      { accessKeyId: "AKIA" },
      'credentials: { accessKeyId: "AKIA", secretAccessKey: env("BEDROCK_KEY") }',
    ],
    ["bedrock", {}, 'bedrockBearerToken: env("BEDROCK_KEY")'],
    ["vertex", { location: "europe-west3" }, 'location: "europe-west3"'],
    ["ollama", { contextTokens: "8192" }, 'numCtx: Number("8192")'],
  ])("of %s: %j", (provider, settings, code) => {
    expect(chat(provider, { settings }).text).toContain(code);
  });

  it("cannot break out of their place in the code", () => {
    const odd = '"}); process.exit(1); ({ a: "';
    const { text: code } = chat("bedrock", { settings: { region: odd } });
    expect(code).toContain(`region: ${JSON.stringify(odd)}`);
  });
});

describe("what a graph's models need", () => {
  const ask = (model: string) => node("model", { model, prompt: "Hi", output: "answer" });
  const document = (...models: string[]) =>
    draw({
      channels: { answer: text },
      nodes: {
        start: start(),
        ...Object.fromEntries(models.map((model, index) => [`m${index}`, ask(model)])),
        end: end("answer"),
      },
      edges: [
        "start > m0",
        ...models.map((_, index) => `m${index} > ${index + 1 < models.length ? `m${index + 1}` : "end"}`),
      ],
    });

  it.each(providers)("is installed with the project: the package of %s", (provider) => {
    const { files } = toCode(document("c/m"), nodeDefinitions, connection(provider));
    const { dependencies } = JSON.parse(files["package.json"] ?? "");
    const name = modelSources[provider]?.package ?? "";
    expect(dependencies[name]).toBe(packageVersions[name]);
  });

  it("is told once for a model that two nodes use", () => {
    const { files, notes } = toCode(document("offline/offline", "offline/offline"), nodeDefinitions);
    expect(files["src/models.ts"]?.match(/new OfflineModel\(\)/g)).toHaveLength(1);
    expect(notes.map(({ nodeId }) => nodeId)).toEqual(["m0", "m1"]);
  });
});
