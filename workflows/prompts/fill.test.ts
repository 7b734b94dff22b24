import { expect, test } from "vitest";
import { semanticHash } from "@/workflows/graph/canonical";
import { type GraphDocument, graphDocumentSchema } from "@/workflows/graph/document";
import { graphAsJson } from "@/workflows/graph/inner-graphs";
import type { JsonObject } from "@/workflows/graph/json";
import { layoutOf } from "@/workflows/graph/layout";
import { factsOf } from "@/workflows/graph/node-facts";
import { restored } from "@/workflows/graph/restored";
import { validate } from "@/workflows/graph/validate/validate";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { filled, filledWith, promptsUsed, unfilled } from "./fill";

const reference = (more: object = {}): JsonObject => ({
  prompt: "prompt_1",
  name: "Summary",
  variables: [{ name: "subject", value: "topic" }],
  ...more,
});

function graphWith(config: JsonObject): GraphDocument {
  const node = (type: string, given: JsonObject) => ({
    type,
    typeVersion: 1,
    title: type,
    config: given,
    policy: { onError: "fail" },
  });
  return graphDocumentSchema.parse({
    format: "signalbox.graph/1",
    channels: {
      topic: { type: "string", reducer: "replace" },
      answer: { type: "string", reducer: "replace" },
    },
    nodes: {
      start: node("start", { inputs: [{ channel: "topic", required: true }] }),
      ask: node("model", { model: "offline/offline", output: "answer", ...config }),
      end: node("end", { outputs: ["answer"] }),
    },
    edges: {
      a: { source: "start", port: "out", target: "ask" },
      b: { source: "ask", port: "out", target: "end" },
    },
    layout: layoutOf({}),
    settings: {},
  });
}

const draft = graphWith({ prompt: "written before", promptFrom: reference() });
const library = () => ({ number: 3, text: "Write about {{ subject }}." });
const whole = filled(draft, library);

test("a reference gives its text over the graph's channels, and says of which version", () => {
  const config = whole.nodes.ask?.config;
  expect(config).toMatchObject({ prompt: "Write about {{ topic }}.", promptFrom: { filled: 3 } });
  expect(filledWith(whole)).toEqual(["prompt_1@3"]);
  expect(filledWith(draft)).toEqual([]);
  expect(filled(draft, () => undefined)).toBe(draft);
});

test("what is filled means the same as what is drawn, and is drawn again when it is restored", () => {
  expect(semanticHash(whole)).toBe(semanticHash(draft));
  expect(unfilled(whole).nodes.ask?.config).toEqual({
    model: "offline/offline",
    output: "answer",
    promptFrom: reference(),
  });
  expect(restored(draft, whole)).toEqual(unfilled(whole));
  const pinned = graphWith({ promptFrom: reference({ version: 2 }) });
  expect(semanticHash(pinned)).not.toBe(semanticHash(draft));
  const plain = graphWith({ prompt: "Hello" });
  expect(unfilled(plain)).toBe(plain);
});

test("prompts inside a node's own graph are filled, too", () => {
  const outer = graphWith({ prompt: "Hi" });
  const { ask, ...others } = outer.nodes;
  const box = {
    ...ask,
    type: "subgraph",
    title: "Box",
    config: { graph: graphAsJson(draft), inputs: [], outputs: [] },
  };
  const document = graphDocumentSchema.parse({ ...outer, nodes: { ...others, ask: box } });
  expect(promptsUsed(document)).toHaveLength(1);
  expect(filledWith(filled(document, library))).toEqual(["prompt_1@3"]);
});

test("the channels behind variables are what the node reads, filled or not", () => {
  const reads = [{ channel: "topic", field: "promptFrom.variables.0.value" }];
  for (const { nodes } of [draft, whole]) {
    const { ask } = nodes;
    expect(ask && factsOf(ask, nodeDefinitions)).toMatchObject({ complete: true, reads });
  }
});

const known = { id: "prompt_1", name: "Summary", versions: [{ number: 3, variables: ["subject"] }] };

test.each([
  ["nothing is wrong", reference(), [known], []],
  ["nothing is known of the library", reference(), undefined, []],
  [
    "a prompt that is not there",
    reference(),
    [],
    [
      [
        "prompt_not_found",
        "promptFrom",
        "“model”: the prompt library has no “Summary” like this one. Choose another, or write the text here.",
      ],
    ],
  ],
  [
    "a version that is not there",
    reference({ version: 9 }),
    [known],
    [
      [
        "prompt_not_found",
        "promptFrom.version",
        "“model”: the prompt “Summary” has no version 9. Choose another.",
      ],
    ],
  ],
  [
    "a variable of which nothing is said",
    reference({ variables: [] }),
    [known],
    [
      [
        "prompt_variable_unbound",
        "promptFrom",
        "“model”: the prompt “Summary” asks for “subject”. Say what it stands for here.",
      ],
    ],
  ],
  [
    "a variable that is left empty",
    reference({ variables: [{ name: "subject", value: " " }] }),
    [known],
    [
      [
        "prompt_variable_unbound",
        "promptFrom.variables.0.value",
        "“model”: the prompt “Summary” asks for “subject”. Say what it stands for here.",
      ],
    ],
  ],
])("%s", (_, promptFrom, prompts, found) => {
  const nothing = {
    connections: [{ id: "offline", name: "Offline", ready: true }],
    slots: [],
    agents: [],
    secrets: [],
    tools: [],
  };
  const issues = validate(graphWith({ promptFrom }), nodeDefinitions, { ...nothing, prompts });
  expect(issues.map(({ code, path, message }) => [code, path.field, message])).toEqual(found);
});

test("an expression of a variable is checked like any other", () => {
  const promptFrom = reference({ variables: [{ name: "subject", value: "topik" }] });
  const [issue] = validate(graphWith({ promptFrom }), nodeDefinitions);
  expect(issue?.path).toEqual({ nodeId: "ask", field: "promptFrom.variables.0.value", channel: "topik" });
});
