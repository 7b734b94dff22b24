import { BaseCallbackHandler } from "@langchain/core/callbacks/base";
import type { Serialized } from "@langchain/core/load/serializable";
import { AIMessage } from "@langchain/core/messages";
import { fakeModel } from "langchain";
import { describe, expect, it } from "vitest";
import { spanMetadataKeys } from "./run-binding";
import { draw, end, node, start } from "./testing/draw";
import { drive } from "./testing/drive";

/** Collects where model and tool calls say they belong. */
class Places extends BaseCallbackHandler {
  name = "places";
  readonly seen: string[] = [];

  override handleChatModelStart(
    ...[, , , , , , metadata]: [
      Serialized,
      unknown,
      string,
      string?,
      unknown?,
      unknown?,
      Record<string, unknown>?,
    ]
  ) {
    this.note("model", metadata);
  }

  override handleToolStart(
    ...[, , , , , metadata]: [Serialized, string, string, string?, string[]?, Record<string, unknown>?]
  ) {
    this.note("tool", metadata);
  }

  private note(kind: string, metadata: Record<string, unknown> = {}) {
    this.seen.push(
      `${kind} ${Object.values(spanMetadataKeys)
        .map((key) => String(metadata[key]))
        .join(" ")}`,
    );
  }
}

describe("calls inside an agent node", () => {
  it("carry the span, node and visit they belong to, and leave no checkpoints of their own", async () => {
    const model = fakeModel()
      .respondWithTools([{ name: "calculator", args: { expression: "1+1" }, id: "c" }])
      .respond(new AIMessage("2"));
    const agent = drive(
      draw({
        channels: { chat: { type: "messages", reducer: "messages" } },
        nodes: {
          start: start("chat"),
          solve: node("agent", {
            model: "acme/one",
            messages: "chat",
            tools: [{ type: "calculator", config: {} }],
          }),
          end: end("chat"),
        },
        edges: ["start > solve", "solve > end"],
      }),
      { models: { resolve: async () => model } },
    );
    const places = new Places();
    const input = { chat: [{ role: "user", content: "1+1?" }] };
    await agent.graph.invoke(input, { ...agent.config(), callbacks: [places] });
    expect(places.seen).toEqual(["model solve#1 solve 1", "tool solve#1 solve 1", "model solve#1 solve 1"]);
    const steps: (number | undefined)[] = [];
    for await (const { metadata } of agent.graph.getStateHistory(agent.config())) steps.push(metadata?.step);
    expect(steps).toEqual([1, 0, -1]);
    expect(agent.finished()[0]?.data.update.chat).toMatchObject([
      { role: "assistant", toolCalls: [{ id: "c", name: "calculator" }] },
      { role: "tool", content: "2", toolCallId: "c" },
      { role: "assistant", content: "2" },
    ]);
  });
});
