import { describe, expect, it, vi } from "vitest";
import type { NodeServices } from "@/workflows/runtime/ports";
import { fakeContext } from "@/workflows/testing/fake-context";
import { fakeServices } from "@/workflows/testing/fake-services";
import { agentToolDefinition } from "./definition";
import { makeAgentTool } from "./execute.server";

const config = { slug: "order-help", purpose: "Knows about orders." };

describe("another agent as a tool", () => {
  it("is asked with a key that stays the same when the call is made again", async () => {
    const call = vi.fn<NodeServices["agents"]["call"]>(async () => ({
      output: { answer: "On its way" },
      runId: "r",
    }));
    const context = fakeContext({ depth: 1 });
    const tool = makeAgentTool(config, fakeServices({ agents: { call } }), context);
    const request = {
      type: "tool_call" as const,
      id: "c1",
      name: "ask_order_help",
      args: { message: "Where is it?" },
    };
    expect((await tool.invoke(request)).content).toBe('{"answer":"On its way"}');
    expect(call).toHaveBeenCalledWith({
      slug: "order-help",
      given: { message: "Where is it?" },
      callKey: "run_1:node:1:c1",
      signal: context.signal,
      depth: 2,
      report: expect.any(Function),
    });
  });

  it("is waited for by a pause, and asked under the same key until it has ended", async () => {
    const answers = [
      { runId: "run_2", agentName: "Order help" },
      { runId: "run_2", output: "On its way" },
    ];
    const call = vi.fn<NodeServices["agents"]["call"]>(
      async () => answers.shift() ?? { runId: "", output: "" },
    );
    const context = fakeContext({ answer: { answer: "ended" } });
    const tool = makeAgentTool(config, fakeServices({ agents: { call } }), context);
    expect(await tool.invoke({ message: "Where is it?" })).toBe("On its way");
    expect(context.pauses).toMatchObject([{ kind: "child", childRunId: "run_2" }]);
    expect(new Set(call.mock.calls.map(([{ callKey }]) => callKey)).size).toBe(1);
  });

  it("is not asked once agents call each other too deep", async () => {
    const call = vi.fn<NodeServices["agents"]["call"]>();
    const tool = makeAgentTool(config, fakeServices({ agents: { call } }), fakeContext({ depth: 5 }));
    await expect(tool.invoke({ message: "Hi" })).rejects.toMatchObject({
      code: "tool_failed",
      details: { hint: expect.stringContaining("circle") },
    });
    expect(call).not.toHaveBeenCalled();
  });

  it("has a name that models can call", () => {
    expect(agentToolDefinition.name(config)).toBe("ask_order_help");
  });
});
