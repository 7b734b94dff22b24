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
    expect(children.items).toMatchObject([{ status: "success", source: "tool", output: { answer: "42" } }]);
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
