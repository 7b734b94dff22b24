import { describe, expect, it } from "vitest";
import { branch, count, draw, end, mark, node, start, text, trail } from "./testing/draw";
import { drive } from "./testing/drive";

const anything = { type: "any", reducer: "replace" } as const;

describe("a default that no channel can hold", () => {
  it.each([
    ["messages", [{ text: "Hi" }]],
    ["replace", false],
    ["append", [7]],
  ] as const)("is refused by name where messages are kept by “%s”", (reducer, value) => {
    const given = typeof value === "boolean" ? value : [...value];
    const chat = { type: "messages", reducer, default: given } as const;
    const nodes = { start: start(), end: end() };
    const making = () => drive(draw({ channels: { chat }, nodes, edges: ["start > end"] }));
    expect(making).toThrow(
      expect.objectContaining({
        code: "graph_invalid",
        details: expect.objectContaining({ channel: "chat" }),
      }),
    );
  });
});

describe("a compiled graph", () => {
  it("runs Start, one node, End and gives End's channels", async () => {
    const agent = drive(
      draw({
        channels: { name: text, greeting: text },
        nodes: {
          start: start("name"),
          greet: node("set-state", { assignments: [{ channel: "greeting", value: '"Hello " + name' }] }),
          end: end("greeting"),
        },
        edges: ["start > greet", "greet > end"],
      }),
    );
    await agent.run({ name: "Ada" });
    expect(await agent.output()).toEqual({ greeting: "Hello Ada" });
  });

  it("runs a graph of Start and End alone", async () => {
    const agent = drive(
      draw({
        channels: { name: text },
        nodes: { start: start("name"), end: end("name") },
        edges: ["start > end"],
      }),
    );
    await agent.run({ name: "Ada" });
    expect(await agent.output()).toEqual({ name: "Ada" });
  });

  it("keeps a node and a channel of the same name apart", async () => {
    const agent = drive(
      draw({
        channels: { trail },
        nodes: { start: start(), trail: mark("x"), constructor: mark("y"), end: end("trail") },
        edges: ["start > trail", "trail > constructor", "constructor > end"],
      }),
    );
    expect(await agent.run()).toEqual({ trail: ["x", "y"] });
    expect(agent.finished().map((event) => event.node)).toEqual(["trail", "constructor"]);
  });

  it("tells which channels a visit saw, what it wrote, and which edges it took", async () => {
    const agent = drive(
      draw({
        channels: { score: { type: "number", reducer: "replace" }, trail },
        nodes: {
          start: start("score"),
          check: branch({ high: "score > 5" }),
          a: mark("a"),
          b: mark("b"),
          end: end(),
        },
        edges: ["start > check", "check.high > a", "check.else > b", "a > end", "b > end"],
      }),
    );
    await agent.run({ score: 7 });
    const common = { spanId: "check#1" };
    expect(agent.events.slice(0, 2)).toMatchObject([
      { type: "node.started", node: "check", visit: 1, data: { ...common, input: { score: 7 } } },
      {
        type: "node.finished",
        node: "check",
        visit: 1,
        data: { ...common, port: "high", edgeIds: ["e1"], update: {} },
      },
    ]);
    expect(agent.finished()[1]).toMatchObject({
      node: "a",
      data: { port: "out", edgeIds: ["e3"], update: { trail: "a" } },
    });
  });

  it("ends a path at a port without an edge", async () => {
    const agent = drive(
      draw({
        channels: { trail },
        nodes: { start: start(), check: branch({ yes: "false" }), a: mark("a"), end: end() },
        edges: ["start > check", "check.yes > a", "a > end"],
      }),
    );
    expect(await agent.run()).toEqual({ trail: [] });
  });

  it("refuses a run without a binding", async () => {
    const agent = drive(
      draw({
        channels: { trail },
        nodes: { start: start(), a: mark("a"), end: end() },
        edges: ["start > a", "a > end"],
      }),
    );
    await expect(agent.graph.invoke({}, { configurable: { thread_id: "t" } })).rejects.toThrow("run binding");
  });
});

describe("channels", () => {
  it("combines writes of parallel nodes by their reducers and starts from their defaults", async () => {
    const set = (values: Record<string, string>) =>
      node("set-state", {
        assignments: Object.entries(values).map(([channel, value]) => ({ channel, value })),
      });
    const agent = drive(
      draw({
        channels: {
          total: { ...count, default: 10 },
          tags: { type: "array", reducer: "union", default: ["x"] },
          facts: { type: "object", reducer: "merge" },
          best: { type: "number", reducer: "max" },
          once: { type: "string", reducer: "first", default: "none yet" },
          untouched: { ...text, default: "as it was" },
        },
        nodes: {
          start: start(),
          a: set({ total: "1", tags: '["x", "a"]', facts: '{"a": 1}', best: "3", once: '"first"' }),
          b: set({ total: "2", tags: '["b"]', facts: '{"b": 2}', best: "2" }),
          c: set({ once: '"second"' }),
          end: end(),
        },
        edges: ["start > a", "start > b", "a > c", "c > end", "b > end"],
      }),
    );
    expect(await agent.run()).toEqual({
      total: 13,
      tags: ["x", "a", "b"],
      facts: { a: 1, b: 2 },
      best: 3,
      once: "first",
      untouched: "as it was",
    });
  });

  it("refuses two writes of one step to a channel that replaces, naming channel and nodes", async () => {
    const agent = drive(
      draw({
        channels: { answer: text },
        nodes: { start: start(), a: mark("Ann", "answer"), b: mark("Bob", "answer"), end: end() },
        edges: ["start > a", "start > b", "a > end", "b > end"],
      }),
    );
    await expect(agent.run()).rejects.toMatchObject({
      code: "graph_invalid",
      message: expect.stringMatching(/“answer”.*“Ann” and “Bob”/),
      details: { channel: "answer" },
    });
  });

  it.each([
    ["a value of another type", { answer: text }, "answer", "42", /“answer” needs a text, got 42/],
    [
      "a serialised LangChain object",
      { answer: anything },
      "answer",
      '{"a": [{"lc": 1, "type": "constructor"}]}',
      /“answer.a.0” looks like/,
    ],
  ])("refuses %s that a node writes", async (_, channels, channel, value, message) => {
    const agent = drive(
      draw({
        channels,
        nodes: { start: start(), a: node("set-state", { assignments: [{ channel, value }] }), end: end() },
        edges: ["start > a", "a > end"],
      }),
    );
    await expect(agent.run()).rejects.toMatchObject({
      details: { nodeId: "a" },
      message: expect.stringMatching(message),
    });
    expect(agent.ofType("node.failed")).toHaveLength(1);
  });

  it("keeps the values of a thread from one run to the next", async () => {
    const agent = drive(
      draw({
        channels: { trail },
        nodes: { start: start(), a: mark("a"), end: end() },
        edges: ["start > a", "a > end"],
      }),
    );
    await agent.run();
    agent.nextRun("run_2");
    expect(await agent.run()).toEqual({ trail: ["a", "a"] });
  });
});
