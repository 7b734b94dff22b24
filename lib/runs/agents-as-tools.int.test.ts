import { AIMessageChunk } from "@langchain/core/messages";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import type { agentGateway } from "./calls/agent-gateway";
import { createRunWorld, eventOf, type RunWorld, type TestProcess } from "./testing/run-world";

let world: RunWorld;
let server: TestProcess;
beforeAll(async () => {
  world = await createRunWorld();
  // One place only: a called agent must run in the place of the one that waits for it.
  server = await world.startProcess(1);
});
afterAll(() => world.close());

const say = (content: string) => new AIMessageChunk({ content });
const callTool = (name: string, args: Record<string, unknown>) =>
  new AIMessageChunk({
    content: "",
    tool_call_chunks: [{ id: "call_1", name, args: JSON.stringify(args), index: 0, type: "tool_call_chunk" }],
  });

const answering = (model: string) =>
  draw({
    channels: { q: text, answer: text },
    nodes: {
      s: start("q"),
      ask: node("model", { model, prompt: "{{ q }}", output: "answer" }),
      done: end("answer"),
    },
    edges: ["s > ask", "ask > done"],
  });

const toolOf = (slug: string) => `ask_${slug.replaceAll("-", "_")}`;
const asking = (slug: string) =>
  draw({
    channels: { q: text, answer: text },
    nodes: {
      s: start("q"),
      boss: node("agent", {
        model: "acme/boss",
        prompt: "{{ q }}",
        output: "answer",
        tools: [{ type: "agent", attempts: 1, config: { slug, purpose: "Helps." } }],
      }),
      done: end("answer"),
    },
    edges: ["s > boss", "boss > done"],
  });

describe("an agent that calls another", () => {
  test("gets its answer from a run below its own, even with a single place to work", async () => {
    const helper = await world.publish(answering("acme/helper"), "Helper");
    const boss = await world.publish(asking(helper.slug), "Boss");
    world.script("acme/helper", async function* () {
      yield say("42");
    });
    world.script(
      "acme/boss",
      async function* () {
        yield callTool(toolOf(helper.slug), { message: "How much?" });
      },
      async function* () {
        yield say("It is 42.");
      },
    );
    const { runId } = await world.start(server, boss, { q: "?" });
    const run = await server.service.wait(world.ada, runId);
    expect(run).toMatchObject({ status: "success", output: { answer: "It is 42." } });
    const spans = (await server.service.view(world.ada, runId)).view.spans.map(
      ({ kind, name }) => `${kind} ${name}`,
    );
    expect(spans).toEqual([
      "node boss",
      "model acme-1",
      `tool ${toolOf(helper.slug)}`,
      "run Helper",
      "model acme-1",
    ]);
    const children = await server.service.list(world.ada, { agentId: helper.id }, { limit: 5 });
    expect(children.items).toMatchObject([{ status: "success", source: "tool" }]);
    const child = await server.service.wait(world.ada, await childOf(helper.id));
    expect(child.output).toEqual({ answer: "42" });
  });

  test("is stopped together with the one it called", async () => {
    const helper = await world.publish(answering("acme/silent"), "Silent");
    const boss = await world.publish(asking(helper.slug), "Boss");
    world.script("acme/silent", async function* (signal) {
      yield say("Hm");
      await new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    });
    world.script("acme/boss", async function* () {
      yield callTool(toolOf(helper.slug), { message: "How much?" });
    });
    const { runId } = await world.start(server, boss, { q: "?" });
    await eventOf(server, world.ada, runId, ({ type }) => type === "tool.started");
    const child = await childOf(helper.id);
    await eventOf(server, world.ada, child, ({ type }) => type === "model.delta");
    await server.service.cancel(world.ada, runId);
    expect((await server.service.wait(world.ada, runId)).status).toBe("cancelled");
    expect((await server.service.wait(world.ada, child)).status).toBe("cancelled");
  });
});

/** The run of an agent, as soon as there is one. */
async function childOf(agentId: string): Promise<string> {
  for (;;) {
    const { items } = await server.service.list(world.ada, { agentId }, { limit: 1 });
    const [child] = items;
    if (child) return child.id;
  }
}

describe("a call is refused", () => {
  const call = (gateway: ReturnType<typeof agentGateway>, slug: string, runId: string) =>
    gateway.call({
      slug,
      given: { message: "?" },
      callKey: `${runId}:n:1:c`,
      signal: new AbortController().signal,
      depth: 0,
      report: () => {},
    });

  /** A run of each agent, each called by the one before. */
  async function chain(agents: { id: string; workspaceId: string }[]): Promise<string> {
    let parentRunId: string | undefined;
    for (const agent of agents) {
      const { runId } = await server.service.create(world.ada, {
        agent,
        graph: { version: 1 },
        source: "tool",
        input: { q: "?" },
        parentRunId,
      });
      await server.service.wait(world.ada, runId);
      parentRunId = runId;
    }
    return parentRunId ?? "";
  }

  test("where agents would call each other for ever, or too deep, or do not exist", async () => {
    world.script("acme/leaf", async function* () {
      yield say("leaf");
    });
    const agents = [];
    for (let at = 0; at < 7; at += 1) agents.push(await world.publish(answering("acme/leaf"), `A${at}`));
    const [first, second] = agents;
    const gateway = server.agentGateway(first?.workspaceId ?? "");
    const short = await chain(agents.slice(0, 2));
    await expect(call(gateway, first?.slug ?? "", short)).rejects.toMatchObject({
      code: "tool_failed",
      message: "The agents would call each other for ever: A0 → A1 → A0.",
    });
    const long = await chain(agents.slice(0, 6));
    await expect(call(gateway, agents[6]?.slug ?? "", long)).rejects.toMatchObject({
      code: "tool_failed",
      message: expect.stringContaining("5 levels deep"),
    });
    await expect(call(gateway, "nobody", short)).rejects.toMatchObject({ code: "not_found" });
    const elsewhere = server.agentGateway("wsp_other");
    await expect(call(elsewhere, second?.slug ?? "", short)).rejects.toMatchObject({ code: "not_found" });
  });

  test("a call that is made again under its key finds the run it had started", async () => {
    const leaf = await world.publish(answering("acme/leaf"), "Leaf");
    const parent = await chain([await world.publish(answering("acme/leaf"), "Parent")]);
    const gateway = server.agentGateway(leaf.workspaceId);
    const [one, two] = [await call(gateway, leaf.slug, parent), await call(gateway, leaf.slug, parent)];
    expect(one).toEqual(two);
    const { items } = await server.service.list(world.ada, { agentId: leaf.id }, { limit: 5 });
    expect(items).toHaveLength(1);
  });
});

const asksPerson = draw({
  channels: { q: text, answer: text },
  nodes: {
    s: start("q"),
    ask: node("human", {
      message: "{{ q }}?",
      edit: ["answer"],
      answers: [{ id: "yes", label: "Yes", tone: "primary" }],
    }),
    done: end("answer"),
  },
  edges: ["s > ask", "ask.yes > done"],
});

describe("an agent whose called agents wait for people", () => {
  const call = (id: string, name: string, message: string, index = 0) => ({
    id,
    name,
    args: JSON.stringify({ message }),
    index,
    type: "tool_call_chunk" as const,
  });
  const calls = (...tool_call_chunks: ReturnType<typeof call>[]) =>
    new AIMessageChunk({ content: "", tool_call_chunks });

  /** A model that says one thing after the other, whatever process asks. */
  function modelOf(...answers: AIMessageChunk[]) {
    const asked: unknown[] = [];
    world.script("acme/boss", async function* () {
      const answer = answers[asked.length];
      asked.push(answer);
      yield answer ?? say("Once too often");
    });
    return asked;
  }

  async function answer(on: TestProcess, message: string, value: string): Promise<void> {
    for (;;) {
      const { items } = await on.service.interrupts(world.ada, { status: "waiting" }, { limit: 50 });
      const question = items.find(({ payload }) => payload.message === message);
      if (question)
        return void (await on.service.answer(world.ada, question.id, {
          answer: "yes",
          edits: { answer: value },
        }));
    }
  }

  const interruptedAfter = (on: TestProcess, runId: string, after: number) =>
    eventOf(on, world.ada, runId, ({ type, seq }) => type === "run.interrupted" && seq > after);

  test("pauses with them, twice in a row, and makes no model call again", async () => {
    const helper = await world.publish(asksPerson, "Helper");
    const name = toolOf(helper.slug);
    const boss = await world.publish(asking(helper.slug), "Boss");
    const asked = modelOf(calls(call("c1", name, "First")), calls(call("c2", name, "Second")), say("Both."));
    const first = await world.startProcess();
    const { runId } = await world.start(first, boss, { q: "?" });
    const parked = await interruptedAfter(first, runId, 0);
    await first.kill();
    const second = await world.startProcess();
    await answer(second, "First?", "one");
    await interruptedAfter(second, runId, parked.seq);
    await second.kill();
    const third = await world.startProcess();
    await answer(third, "Second?", "two");
    await eventOf(third, world.ada, runId, ({ type }) => type === "run.finished");
    expect(await third.service.get(world.ada, runId)).toMatchObject({ output: { answer: "Both." } });
    expect(asked).toHaveLength(3);
    const { spans } = (await third.service.view(world.ada, runId)).view;
    expect(spans.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      "node done",
      "model done",
      "tool done",
      "run done",
      "model done",
      "tool done",
      "run done",
      "model done",
    ]);
    const { items } = await third.service.list(world.ada, { agentId: helper.id }, { limit: 9 });
    expect(items.map(({ status }) => status)).toEqual(["success", "success"]);
    await third.stop(0);
  });

  test.each([
    ["first", "second"],
    ["second", "first"],
  ])("pauses with two at once, the %s answered before the %s", async (...order) => {
    const helper = await world.publish(asksPerson, "Helper");
    const name = toolOf(helper.slug);
    const boss = await world.publish(asking(helper.slug), "Boss");
    const questions = order.map((each) => `${each} of ${helper.slug}`).sort();
    const asked = modelOf(
      calls(...questions.map((question, at) => call(`c${at}`, name, question, at))),
      say("Both."),
    );
    const first = await world.startProcess();
    const { runId } = await world.start(first, boss, { q: "?" });
    const parked = await interruptedAfter(first, runId, 0);
    await answer(first, `${order[0]} of ${helper.slug}?`, "one");
    await interruptedAfter(first, runId, parked.seq);
    await first.kill();
    const second = await world.startProcess();
    await answer(second, `${order[1]} of ${helper.slug}?`, "two");
    await eventOf(second, world.ada, runId, ({ type }) => type === "run.finished");
    expect(asked).toHaveLength(2);
    const { items } = await second.service.list(world.ada, { agentId: helper.id }, { limit: 9 });
    expect(items.map(({ status }) => status)).toEqual(["success", "success"]);
    await second.stop(0);
  });
});
