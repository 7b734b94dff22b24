import { describe, expect, it } from "vitest";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import type { JsonObject } from "@/workflows/graph/json";
import type { KnownAgent } from "@/workflows/graph/known-agent";
import { applied } from "@/workflows/graph/testing/arbitraries";
import { knownAgent } from "@/workflows/graph/testing/known-agent";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { validate } from "./validate";

const replace = { reducer: "replace" } as const;
const channels = {
  question: text,
  chat: { type: "messages", reducer: "messages" },
  count: { type: "number", ...replace },
  reply: text,
  whatever: { type: "any", ...replace },
} as const;

const there = [
  { channel: "order", type: "string", required: true, ...replace },
  { channel: "hint", type: "string", required: false, ...replace },
] as const;
const clerk = (more: Partial<KnownAgent> = {}) =>
  knownAgent(
    "clerk",
    { name: "Clerk", newestVersion: 2, ...more },
    { inputs: [...there], outputs: [{ channel: "answer", type: "string" }] },
  );

const order = { from: "question", to: "order" };
const calling = (config: JsonObject) =>
  draw({
    channels,
    nodes: {
      start: start("question", "chat", "count", "whatever"),
      call: node("call-agent", { slug: "clerk", inputs: [order], outputs: [], ...config }, {}, "Ask"),
      end: end("reply"),
    },
    edges: ["start > call", "call > end"],
  });

function found(config: JsonObject, agents = [clerk()]) {
  return validate(calling(config), nodeDefinitions, {
    connections: [],
    slots: [],
    agents,
    secrets: [],
    tools: [],
  }).filter(({ code }) => code === "agent_mapping" || code === "agent_not_published");
}

const fields = (config: JsonObject, agents?: KnownAgent[]) =>
  found(config, agents).map(({ path, severity, message }) => [path.field, severity, message]);

describe("what a call hands to an agent and wants back", () => {
  it.each<[string, JsonObject]>([
    ["what the agent needs alone", {}],
    ["all that it takes and gives", { outputs: [{ from: "answer", to: "reply" }] }],
    ["a value of any type", { inputs: [{ from: "whatever", to: "order" }] }],
    ["a text for a conversation", { outputs: [{ from: "answer", to: "chat" }] }],
    ["a version whose inputs nobody asked for", { version: 2, inputs: [{ from: "question", to: "else" }] }],
  ])("fits: %s", (_, config) => {
    expect(fields(config)).toEqual([]);
  });

  it.each<[string, JsonObject, string, RegExp]>([
    [
      "a slip",
      { inputs: [order, { from: "reply", to: "hnt" }] },
      "inputs.1.to",
      /takes no input “hnt”.*“hint”/,
    ],
    [
      "a stranger",
      { outputs: [{ from: "price", to: "reply" }] },
      "outputs.0.from",
      /gives no output “price”/,
    ],
    ["nothing for what is needed", { inputs: [] }, "inputs", /“Clerk” needs “order”/],
    [
      "another type in",
      { inputs: [{ from: "count", to: "order" }] },
      "inputs.0.to",
      /takes a text, but “count” holds a number/,
    ],
    [
      "another type out",
      { outputs: [{ from: "answer", to: "count" }] },
      "outputs.0.from",
      /gives a text, but “count” holds a number/,
    ],
    ["a version that is not there", { version: 3 }, "version", /“Clerk” has no version 3; its newest is 2/],
  ])("does not: %s", (_, config, field, message) => {
    expect(fields(config)).toEqual([[field, "error", expect.stringMatching(message)]]);
  });

  it("is put right by the name that was meant", () => {
    const config = { inputs: [order, { from: "reply", to: "hnt" }] };
    const [issue] = found(config);
    const mended = issue?.fix && applied(calling(config), issue.fix.operation);
    expect(mended?.nodes.call?.config.inputs).toEqual([order, { from: "reply", to: "hint" }]);
  });

  it("is looked at in the version that is called", () => {
    const signatures = [...clerk().signatures, { version: 2, inputs: [], outputs: [] }];
    expect(fields({ version: 2 }, [clerk({ signatures })])).toEqual([
      ["inputs.0.to", "error", expect.stringContaining("takes no input “order”")],
    ]);
  });

  it.each<[string, Partial<KnownAgent>, RegExp]>([
    ["deleted", { isDeleted: true }, /the agent “Clerk” was deleted\. Choose another/],
    ["taken offline", { liveVersion: null }, /the agent “Clerk” is not published\. Publish it/],
  ])("is not asked of an agent that was %s, and that is said once", (_, more, message) => {
    expect(fields({ inputs: [] }, [clerk(more)])).toEqual([
      ["slug", "error", expect.stringMatching(message)],
    ]);
  });
});
