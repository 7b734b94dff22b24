import { describe, expect, it } from "vitest";
import { draw, end, mark, node, start, text, trail } from "./testing/draw";
import { drive } from "./testing/drive";

const ask = (message: string, more: object = {}) =>
  node("human", {
    message,
    answers: [
      { id: "yes", label: "Yes", tone: "primary" },
      { id: "no", label: "No", tone: "danger" },
    ],
    ...more,
  });

describe("a pause", () => {
  const edges = [
    "start > before",
    "before > ask",
    "ask.yes > sent",
    "ask.no > dropped",
    "sent > end",
    "dropped > end",
  ];
  const nodes = {
    start: start(),
    before: mark("before"),
    sent: mark("sent"),
    dropped: mark("dropped"),
    end: end(),
  };
  const document = draw({ channels: { trail }, nodes: { ...nodes, ask: ask("Go on?") }, edges });

  it("ends the slice and is reported with its id, message and answers", async () => {
    const agent = drive(document);
    await agent.run();
    const [pause] = agent.pauses();
    expect(agent.ofType("node.interrupted")).toMatchObject([
      {
        node: "ask",
        visit: 1,
        data: { spanId: "ask#1", interruptId: pause?.id, payload: { message: "Go on?", allowText: false } },
      },
    ]);
    expect(agent.ofType("node.failed")).toEqual([]);
  });

  it("goes on by the port of the answer, in the same visit, without repeating what came before", async () => {
    const agent = drive(document);
    await agent.run();
    const [pause] = agent.pauses();
    expect(await agent.answer({ [pause?.id ?? ""]: { answer: "no" } })).toEqual({
      trail: ["before", "dropped"],
    });
    const starts = agent.ofType("node.started").filter((event) => event.node === "ask");
    expect(starts.map(({ visit, data }) => [visit, data.spanId])).toEqual([
      [1, "ask#1"],
      [1, "ask#1"],
    ]);
    expect(new Set(starts.map(({ data }) => data.taskId)).size).toBe(1);
    expect(agent.ofType("node.interrupted")).toHaveLength(1);
    expect(agent.finished().find((event) => event.node === "ask")).toMatchObject({
      data: { port: "no", edgeIds: ["e3"] },
    });
  });

  it("is not swallowed by an error port or repeated by retries", async () => {
    const agent = drive(
      draw({
        channels: { trail },
        nodes: {
          ...nodes,
          ask: {
            ...ask("Go on?"),
            policy: { onError: "port", retry: { maxAttempts: 3, initialIntervalMs: 0, backoffFactor: 1 } },
          },
        },
        edges: [...edges, "ask.error > dropped"],
      }),
    );
    await agent.run();
    expect(agent.pauses()).toHaveLength(1);
    expect(agent.ofType("node.started").filter((event) => event.node === "ask")).toHaveLength(1);
  });
});

describe("several pauses at once", () => {
  const agentWithTwo = () =>
    drive(
      draw({
        channels: { trail },
        nodes: {
          start: start(),
          left: ask("Left?"),
          right: ask("Right?"),
          leftYes: mark("left yes"),
          rightNo: mark("right no"),
          join: mark("join"),
          end: end(),
        },
        edges: [
          "start > left",
          "start > right",
          "left.yes > leftYes",
          "right.no > rightNo",
          "leftYes > join",
          "rightNo > join",
          "join > end",
        ],
      }),
    );
  const idOf = (agent: ReturnType<typeof agentWithTwo>, nodeId: string) =>
    agent.pauses().find((pause) => pause.node === nodeId)?.id ?? "";

  it("are answered one after the other, each by its own id", async () => {
    const agent = agentWithTwo();
    await agent.run();
    const ids = { left: idOf(agent, "left"), right: idOf(agent, "right") };
    expect(ids.left).not.toBe(ids.right);
    await agent.answer({ [ids.right]: { answer: "no" } });
    expect(agent.pauses().map((pause) => pause.node)).toEqual(["left"]);
    expect(idOf(agent, "left")).toBe(ids.left);
    expect(await agent.answer({ [ids.left]: { answer: "yes" } })).toEqual({
      trail: ["left yes", "right no", "join"],
    });
  });

  it("are answered together, each with its own answer", async () => {
    const agent = agentWithTwo();
    await agent.run();
    const answers = {
      [idOf(agent, "left")]: { answer: "yes" },
      [idOf(agent, "right")]: { answer: "no" },
    };
    expect(await agent.answer(answers)).toEqual({ trail: ["left yes", "right no", "join"] });
  });
});

describe("what a person changes", () => {
  it("takes the channel's place whatever its reducer", async () => {
    const agent = drive(
      draw({
        channels: { trail: { ...trail, default: ["old"] }, draft: text, note: text },
        nodes: {
          start: start("draft"),
          ask: ask("Fix it", { edit: ["draft", "trail"], allowText: true, textChannel: "note" }),
          end: end(),
        },
        edges: ["start > ask", "ask.yes > end", "ask.no > end"],
      }),
    );
    await agent.run({ draft: "Deer Ada" });
    expect(agent.ofType("node.interrupted")[0]?.data.payload.editable).toEqual({
      draft: "Deer Ada",
      trail: ["old"],
    });
    const [pause] = agent.pauses();
    const edits = { draft: "Dear Ada", trail: ["new"] };
    expect(await agent.answer({ [pause?.id ?? ""]: { answer: "yes", text: "a typo", edits } })).toEqual({
      draft: "Dear Ada",
      trail: ["new"],
      note: "a typo",
    });
    expect(agent.finished()[0]).toMatchObject({
      data: { update: { draft: "Dear Ada", trail: ["new"], note: "a typo" } },
    });
  });

  it("may be a conversation", async () => {
    const agent = drive(
      draw({
        channels: { messages: { type: "messages", reducer: "messages" } },
        nodes: { start: start("messages"), ask: ask("Fix it", { edit: ["messages"] }), end: end() },
        edges: ["start > ask", "ask.yes > end", "ask.no > end"],
      }),
    );
    await agent.run({ messages: "helo" });
    const [pause] = agent.pauses();
    const edits = { messages: [{ id: "m", role: "user", content: "hello" }] };
    expect(await agent.answer({ [pause?.id ?? ""]: { answer: "yes", edits } })).toEqual(edits);
  });
});
