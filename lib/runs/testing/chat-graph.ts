import { AIMessageChunk } from "@langchain/core/messages";
import { draw, end, node, start } from "@/workflows/compile/testing/draw";
import type { Script } from "@/workflows/runtime/testing/scripted-model";

/** A chat with one call of the model `acme/1` a turn. */
export const chatGraph = draw({
  channels: { messages: { type: "messages", reducer: "messages" } },
  nodes: {
    s: start("messages"),
    ask: node("model", { model: "acme/1", messages: "messages" }),
    done: end("messages"),
  },
  edges: ["s > ask", "ask > done"],
});

/** An answer in one piece. */
export const says = (content: string): Script =>
  async function* () {
    yield new AIMessageChunk({ content });
  };
