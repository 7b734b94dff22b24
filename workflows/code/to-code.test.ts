import { describe, expect, it } from "vitest";
import { draw, end, mark, node, start, text, trail } from "@/workflows/compile/testing/draw";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { approval } from "@/workflows/templates/approval";
import { fromCode } from "./from-code";
import { toCode } from "./to-code";

const asked = (model: string) =>
  node("model", { model, prompt: "Hi {{ topic }}", output: "topic" }, {}, "Ask");
const asking = (...models: string[]) =>
  draw({
    channels: { topic: text },
    nodes: {
      start: start("topic"),
      ...Object.fromEntries(models.map((model, index) => [`m${index}`, asked(model)])),
      end: end("topic"),
    },
    edges: [
      "start > m0",
      ...models.map((_, index) => `m${index} > ${models[index + 1] ? `m${index + 1}` : "end"}`),
    ],
  });

describe("an exported project", () => {
  it("reads as people write LangGraph.js", () => {
    const { files } = toCode(approval.document, nodeDefinitions, { title: "Approval" });
    expect(files["src/nodes/write.ts"]).toContain(
      "new HumanMessage(`Write an announcement. Topic: $" + "{text(state.topic)}`)",
    );
    expect(files["src/nodes/accept.ts"]).toContain("const update = { approved: true };");
    expect(files["src/graph.ts"]).toContain('graph.addEdge("write", "review");');
    expect(files["src/graph.ts"]).toContain('changes: [{ to: "revise", atMost: 3, edge: "review_revise" }]');
    expect(files["README.md"]).toMatch(/^# Approval\n/);
  });

  it.each([
    [undefined, "sync"],
    ["exit", "exit"],
  ] as const)("stores its runs as the graph says: %s", (durability, written) => {
    const document = { ...approval.document, settings: { ...approval.document.settings, durability } };
    const { files } = toCode(document, nodeDefinitions);
    expect(files["src/graph.ts"]).toContain(`durability: "${written}"`);
    expect(files["src/main.ts"]).toContain("recursionLimit, durability };");
    const read = fromCode(files);
    expect(read.ok && read.value.document.settings.durability).toBe(durability);
  });

  it("needs only the packages it imports", () => {
    const { dependencies } = JSON.parse(
      toCode(approval.document, nodeDefinitions).files["package.json"] ?? "",
    );
    expect(Object.keys(dependencies)).toEqual(["@langchain/core", "@langchain/langgraph", "zod"]);
  });

  it("names the keys of its models, one for each connection", () => {
    const connections = {
      c1: { provider: "openai", name: "Main", baseUrl: null },
      c2: { provider: "openai", name: "Spare", baseUrl: "https://spare.test/v1" },
      c3: { provider: "anthropic", name: "Claude", baseUrl: null },
      c4: { provider: "google", name: "Gemini", baseUrl: null },
      c5: { provider: "openai-compatible", name: "Local", baseUrl: "http://localhost:11434/v1" },
    };
    const document = asking("c1/gpt", "c2/gpt", "c3/claude", "c4/gemini", "c5/llama", "gone/model/x");
    const { files, notes } = toCode(document, nodeDefinitions, { connections });
    const names = (files[".env.example"] ?? "").match(/^\w+(?==$)/gm);
    expect(names).toEqual([
      "ANTHROPIC_API_KEY",
      "GOOGLE_API_KEY",
      "MODEL_API_KEY",
      "MODEL_API_KEY_2",
      "MODEL_BASE_URL_2",
      "OPENAI_API_KEY",
      "OPENAI_API_KEY_2",
    ]);
    expect(files["src/models.ts"]).toContain('configuration: { baseURL: "https://spare.test/v1" }');
    expect(files["src/models.ts"]).toContain('model: "model/x"');
    expect(notes).toEqual([{ nodeId: "m5", message: expect.stringContaining("“gone” is not known") }]);
  });

  it("says which nodes have no code", () => {
    const document = draw({
      channels: { trail },
      nodes: {
        start: start(),
        a: mark("a"),
        off: { ...mark("off"), disabled: true },
        far: mark("far"),
        end: end(),
      },
      edges: ["start > a", "a > off", "off > end", "far > end"],
    });
    expect(toCode(document, nodeDefinitions).notes).toEqual([
      { nodeId: "off", message: "It has no code: it is turned off." },
      { nodeId: "far", message: "It has no code: no run can reach it." },
    ]);
  });

  it("is refused for a graph that cannot run", () => {
    const document = draw({ nodes: { end: end() }, edges: [] });
    expect(() => toCode(document, nodeDefinitions)).toThrow(
      expect.objectContaining({ code: "graph_invalid" }),
    );
  });
});
