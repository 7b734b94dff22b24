import { type Durability, emptyDocument, type GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";
import { layoutOf } from "@/workflows/graph/layout";

const policy = { onError: "fail" } as const;
export const node = (type: string, title: string, config: JsonObject) => ({
  type,
  typeVersion: 1,
  title,
  config,
  policy,
});
const messages = { type: "messages", reducer: "messages" } as const;

/** Start, one node after the other, End. */
export function chain(
  channels: GraphDocument["channels"],
  inputs: { channel: string; required: boolean }[],
  outputs: string[],
  nodes: Record<string, GraphDocument["nodes"][string]>,
): GraphDocument {
  const ids = ["start", ...Object.keys(nodes), "end"];
  const edges = ids
    .slice(1)
    .map((target, index) => [`e${index}`, { source: ids[index] ?? "", port: "out", target }] as const);
  return {
    ...emptyDocument(),
    channels,
    nodes: { start: node("start", "Start", { inputs }), ...nodes, end: node("end", "End", { outputs }) },
    edges: Object.fromEntries(edges),
    layout: layoutOf(Object.fromEntries(ids.map((id, index) => [id, { x: index * 260, y: 0 }]))),
  };
}

/** One model call on a conversation. */
export function chatGraph(model: string): GraphDocument {
  return chain({ messages }, [{ channel: "messages", required: true }], ["messages"], {
    answer: node("model", "Answer", { model, messages: "messages", format: "text" }),
  });
}

/** One model after the other, each asked the same. */
export function askingGraph(model: string, count: number, recording?: "off"): GraphDocument {
  const nodes = Array.from({ length: count }, (_, index) => [
    `n${index}`,
    node("model", `Ask ${index}`, { model, prompt: "{{ question }}", output: "answer" }),
  ]);
  const text = { type: "string", reducer: "replace" } as const;
  const inputs = [{ channel: "question", required: true }];
  const channels = { question: text, answer: text };
  const document = chain(channels, inputs, ["answer"], Object.fromEntries(nodes));
  return { ...document, settings: { ...document.settings, recording } };
}

/** Nodes that only compute: what is measured is the engine. */
export function countingGraph(count = 10, durability?: Durability): GraphDocument {
  const nodes = Array.from({ length: count }, (_, index) => [
    `n${index}`,
    node("set-state", `Node ${index}`, { assignments: [{ channel: "count", value: "count + 1.0" }] }),
  ]);
  const channels = { count: { type: "number", reducer: "replace", default: 0 } } as const;
  const inputs = [{ channel: "count", required: false }];
  const document = chain(channels, inputs, ["count"], Object.fromEntries(nodes));
  return { ...document, settings: { ...document.settings, durability } };
}

/** Waits for a person. */
export function waitingGraph(): GraphDocument {
  const answers = [{ id: "yes", label: "Yes", tone: "primary" }];
  const document = chain({}, [], [], {
    ask: node("human", "Ask", { message: "Go on?", answers, edit: [] }),
  });
  const edges = Object.entries(document.edges).map(
    ([id, edge]) => [id, edge.source === "ask" ? { ...edge, port: "yes" } : edge] as const,
  );
  return { ...document, edges: Object.fromEntries(edges) };
}

/** An agent that calls one tool and then answers. */
export function toolGraph(model: string): GraphDocument {
  return chain({ messages }, [{ channel: "messages", required: true }], ["messages"], {
    assistant: node("agent", "Assistant", {
      model,
      messages: "messages",
      tools: [{ type: "calculator", attempts: 1, config: {} }],
      maxModelCalls: 4,
    }),
  });
}
