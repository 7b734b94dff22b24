import { HumanMessage } from "@langchain/core/messages";
import { describe, expect, it } from "vitest";
import { isAppError } from "@/workflows/errors/app-error";
import type { JsonObject } from "@/workflows/graph/json";
import { AnsweringModel, askedOf } from "@/workflows/testing/answering-model";
import { hostileValues } from "@/workflows/testing/hostile-values";
import { runNode } from "@/workflows/testing/run-node";
import type { NodeDefinition } from "./definition";
import { outPort } from "./ports";
import { type NodeType, nodeDefinitions } from "./registry";

const schema = { type: "object", properties: { a: { type: "string" } }, required: ["a"] };
const routes = [
  { id: "one", label: "One", description: "The same." },
  { id: "two", label: "Two", description: "The same." },
];

/** Every type that asks a chat model, and the words that stand for letting something pass. */
const asking: [NodeType, JsonObject][] = [
  ["model", { model: "m", prompt: "{{ text }}", output: "out" }],
  ["model", { model: "m", prompt: "{{ text }}", format: "json", schema, output: "out" }],
  ["agent", { model: "m", prompt: "{{ text }}", output: "out", maxModelCalls: 3 }],
  ["model-router", { model: "m", text: "{{ text }}", routes, output: "out" }],
  ["classify", { model: "m", text: "{{ text }}", labels: routes, byPort: true, output: "out" }],
  ["classify", { model: "m", text: "{{ text }}", labels: routes, multiple: true, output: "out" }],
  [
    "extract",
    { model: "m", text: "{{ text }}", schema, attempts: 2, onMisfit: "port", output: "out", problems: "why" },
  ],
  ["summarise", { model: "m", messages: "chat", over: 0, keep: 1, output: "out" }],
  ["moderate", { model: "m", text: "{{ text }}", output: "out" }],
  [
    "guardrail",
    { model: "m", text: "{{ text }}", topics: [{ label: "War", description: "x" }], findings: "out" },
  ],
  ["rerank", { model: "m", way: "chat", query: "{{ text }}", list: "texts", output: "out" }],
];

const state = () => ({
  text: "Hello",
  texts: ["a", "b"],
  chat: [new HumanMessage("One"), new HumanMessage("Two"), new HumanMessage("Three")],
});

const answers: [string, object | string][] = [
  ...hostileValues.flatMap(([name, value]): [string, object | string][] =>
    typeof value === "string" || (typeof value === "object" && value !== null) ? [[name, value]] : [],
  ),
  [
    "a port that is not there",
    { route: "three", label: "three", labels: ["three"], confidence: 1, reason: "" },
  ],
  ["an id for a name", { route: "one", label: "one", labels: ["one"], confidence: 1, reason: "" }],
  ["too sure", { route: "One", confidence: 1.7, reason: "x", label: "One", scores: { War: 1.7 } }],
  ["less than unsure", { route: "One", confidence: -1, reason: "x", scores: { War: -1 } }],
  ["sure in words", { route: "One", confidence: "very", reason: "x", scores: { War: "low" } }],
  ["an answer inside another", { answer: { route: "One", confidence: 1, reason: "" } }],
  ["a shape of a shape", { type: "object", properties: { route: { const: "One" } } }],
];

async function visited(type: NodeType, config: JsonObject, answer: object | string) {
  const model = new AnsweringModel(...Array.from({ length: 8 }, () => structuredClone(answer)));
  const found = await runNode(type, config, state(), askedOf(model)).catch((error: unknown) => ({ error }));
  return { found, asked: model.asked.length };
}

describe("what a model answers that nobody asked for", () => {
  it.each(asking)("leads %s by a port it has, or stops it in words: %j", async (type, config) => {
    const definition: NodeDefinition = nodeDefinitions[type];
    const parsed = definition.config.parse(config);
    const ports = [...definition.ports(parsed), outPort].map(({ name }) => name);
    const channels = definition.writes(parsed).map(({ channel }) => channel);
    const faults: unknown[] = [];
    for (const [name, answer] of answers) {
      const { found, asked } = await visited(type, config, answer);
      if (asked < 1 || asked > 3) faults.push([name, `asked ${asked} times`]);
      if ("error" in found) {
        if (!isAppError(found.error)) faults.push([name, found.error]);
        continue;
      }
      const written = Object.keys({ ...found.update, ...found.overwrite });
      if (!ports.includes(found.port ?? outPort.name)) faults.push([name, found.port]);
      if (!written.every((channel) => channels.includes(channel))) faults.push([name, written]);
    }
    expect(faults).toEqual([]);
  });

  it.each<[NodeType, string]>([
    ["moderate", "blocked"],
    ["guardrail", "blocked"],
    ["model-router", "else"],
  ])("is never taken by %s for what lets something pass", async (type, port) => {
    const [, config = {}] = asking.find(([each]) => each === type) ?? [];
    for (const [name, answer] of answers) {
      const { found } = await visited(type, config, answer);
      expect([name, "port" in found && found.port]).toEqual([name, port]);
    }
  });

  it.each(["One", "Two"])("goes by names also where two ports are described alike: %s", async (route) => {
    const [, config = {}] = asking.find(([each]) => each === "model-router") ?? [];
    const { found } = await visited("model-router", config, { route, confidence: 1, reason: "" });
    expect(found).toMatchObject({ port: route.toLowerCase() });
  });

  it("is asked for anew at every visit of a loop", async () => {
    const [, config = {}] = asking.find(([each]) => each === "model-router") ?? [];
    const sure = (route: string) => ({ route, confidence: 1, reason: "" });
    const model = new AnsweringModel(sure("One"), sure("Two"), sure("none"));
    const ports = [];
    for (let visit = 0; visit < 3; visit += 1)
      ports.push((await runNode("model-router", config, state(), askedOf(model))).port);
    expect(ports).toEqual(["one", "two", "else"]);
  });
});

describe("labels that mean something in JavaScript", () => {
  it.each(["constructor", "toString", "hasOwnProperty", "prototype"])(
    "are labels like any other: %s",
    async (label) => {
      const labels = [
        { id: "x", label },
        { id: "y", label: "Other" },
      ];
      const named = new AnsweringModel({ label });
      const config = { model: "m", text: "x", labels, byPort: true, output: "out" };
      expect(await runNode("classify", config, {}, askedOf(named))).toEqual({
        port: "x",
        update: { out: label },
      });
      const blocking = new AnsweringModel({ scores: { [label]: 1 }, reason: "x" });
      const categories = [{ label, description: "x" }];
      const moderation = { model: "m", text: "x", categories, output: "out" };
      expect((await runNode("moderate", moderation, {}, askedOf(blocking))).port).toBe("blocked");
    },
  );

  it.each<[NodeType, JsonObject]>([
    ["moderate", { model: "m", text: "x", categories: [{ label: "__proto__", description: "x" }] }],
    ["guardrail", { text: "x", topics: [{ label: "__proto__", description: "x" }] }],
  ])("are refused by %s where a score could not be kept under them", (type, config) => {
    const definition: NodeDefinition = nodeDefinitions[type];
    expect(definition.config.safeParse(config).success).toBe(false);
  });
});
