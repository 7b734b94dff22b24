import { HumanMessage } from "@langchain/core/messages";
import { describe, expect, it, vi } from "vitest";
import { draw, end, node, start, text } from "@/workflows/compile/testing/draw";
import { AppError } from "@/workflows/errors/app-error";
import { knownAgent } from "@/workflows/graph/testing/known-agent";
import { validate } from "@/workflows/graph/validate/validate";
import type { AgentGateway } from "@/workflows/runtime/ports";
import { fakeContext } from "@/workflows/testing/fake-context";
import { nodeContract } from "@/workflows/testing/node-contract";
import { issuesOf, runNode } from "@/workflows/testing/run-node";
import { nodeDefinitions } from "../registry";
import { callAgentDefinition } from "./definition";

nodeContract("call-agent");

const config = {
  slug: "order-help",
  inputs: [
    { from: "question", to: "q" },
    { from: "chat", to: "messages" },
    { from: "nothing", to: "hint" },
  ],
  outputs: [{ from: "answer", to: "reply" }],
};
const state = { question: "Where?", chat: [new HumanMessage({ id: "m1", content: "Hi" })] };
const ended = { runId: "run_2", output: { answer: "There", more: 1 } };
const waits = { runId: "run_2", agentName: "Order help" };

function gateway(...answers: (Awaited<ReturnType<AgentGateway["call"]>> | Error)[]) {
  const call = vi.fn<AgentGateway["call"]>(async () => {
    const answer = answers.shift() ?? ended;
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return { call };
}

describe("a called agent", () => {
  it("is given the values of channels, as plain data, those that hold none left out", async () => {
    const agents = gateway();
    await runNode("call-agent", { ...config, version: 3, timeoutMinutes: 2 }, state, { agents });
    expect(agents.call).toHaveBeenCalledWith(
      expect.objectContaining({
        slug: "order-help",
        version: 3,
        given: { input: { q: "Where?", messages: [{ id: "m1", role: "user", content: "Hi" }] } },
        callKey: "run_1:node:1:agent1",
        depth: 1,
        timeoutMs: 120_000,
      }),
    );
  });

  it("gives its outputs to channels, and all of them to one", async () => {
    const { update } = await runNode("call-agent", { ...config, output: "all" }, state, {
      agents: gateway(),
    });
    expect(update).toEqual({ reply: "There", all: ended.output });
  });

  it("fails the node where it gives no such output", async () => {
    const missing = { ...config, outputs: [{ from: "toString", to: "reply" }] };
    await expect(runNode("call-agent", missing, state, { agents: gateway() })).rejects.toMatchObject({
      code: "output_invalid",
      message: expect.stringContaining("toString"),
      details: { hint: "It gave: answer, more." },
    });
  });

  it("fails the node with what it failed with", async () => {
    const problem = new AppError("model_rate_limited", "The agent “Order help” failed: Too many requests.");
    await expect(runNode("call-agent", config, state, { agents: gateway(problem) })).rejects.toBe(problem);
  });

  it("is waited for by a pause for which no place is held, as long as it has not ended", async () => {
    const context = fakeContext({ answer: { answer: "ended" } });
    const agents = gateway(waits, { ...waits, deadline: 9 }, ended);
    const result = await runNode("call-agent", config, state, { agents }, context);
    expect(result).toEqual({ update: { reply: "There" } });
    const pause = { kind: "child", answers: [], allowText: false, childRunId: "run_2" };
    expect(context.pauses).toMatchObject([pause, { ...pause, wakeAt: 9 }]);
    const keys = agents.call.mock.calls.map(([call]) => call.callKey);
    expect(new Set(keys).size).toBe(1);
  });

  it("is not called once agents call each other too deep", async () => {
    const agents = gateway();
    const context = fakeContext({ depth: 5 });
    await expect(runNode("call-agent", config, state, { agents }, context)).rejects.toMatchObject({
      code: "tool_failed",
    });
    expect(agents.call).not.toHaveBeenCalled();
  });

  it("is called anew by another attempt of the node", async () => {
    const agents = gateway();
    await runNode("call-agent", config, state, { agents }, { ...fakeContext(), attempt: 2 });
    expect(agents.call.mock.calls[0]?.[0].callKey).toBe("run_1:node:1:agent2");
  });
});

describe("the settings of a call", () => {
  it("say what is needed of the agent", () => {
    const parsed = callAgentDefinition.config.parse({ ...config, version: 2 });
    expect(callAgentDefinition.needs?.(parsed)).toEqual([
      {
        kind: "agent",
        field: "slug",
        slug: "order-help",
        call: {
          version: 2,
          inputs: [
            { there: "q", here: "question", field: "inputs.0.to" },
            { there: "messages", here: "chat", field: "inputs.1.to" },
            { there: "hint", here: "nothing", field: "inputs.2.to" },
          ],
          outputs: [{ there: "answer", here: "reply", field: "outputs.0.from" }],
        },
      },
    ]);
    expect(callAgentDefinition.describe(parsed)).toBe("order-help · v2");
  });

  it("may not fill a channel twice", () => {
    expect(issuesOf("call-agent", { ...config, output: "reply" })).toEqual([
      "output: “reply” is filled by an output already.",
    ]);
  });

  it("let a channel be empty that the call fills", () => {
    const parsed = callAgentDefinition.config.parse({
      slug: "a",
      inputs: [
        { from: "draft", to: "d" },
        { from: "topic", to: "t" },
      ],
      outputs: [{ from: "d", to: "draft" }],
    });
    expect(callAgentDefinition.reads(parsed).map(({ optional }) => optional)).toEqual([true, false]);
  });
});

describe("an agent that is not published", () => {
  it("is an error where a node calls it, with the name that was meant", () => {
    const document = draw({
      channels: { question: text, reply: text },
      nodes: {
        s: start("question"),
        call: node("call-agent", { ...config, inputs: [] }),
        done: end("reply"),
      },
      edges: ["s > call", "call > done"],
    });
    const there = {
      connections: [],
      slots: [],
      agents: [knownAgent("order-helper")],
      secrets: [],
      tools: [],
    };
    const issues = validate(document, nodeDefinitions, there);
    expect(issues.filter(({ code }) => code === "agent_not_published")).toMatchObject([
      {
        severity: "error",
        path: { nodeId: "call", field: "slug" },
        message: expect.stringContaining("order-helper"),
      },
    ]);
  });
});
