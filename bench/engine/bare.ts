import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { HumanMessage } from "@langchain/core/messages";
import { tool } from "@langchain/core/tools";
import { Annotation, END, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
import type { BaseCheckpointSaver } from "@langchain/langgraph-checkpoint";
import { ChatOpenAI } from "@langchain/openai";
import { createAgent } from "langchain";
import { z } from "zod";

/** A run of a graph written by hand against LangGraph. `onToken` gets every piece of streamed text. */
export type BareRun = (threadId: string, onToken: (text: string) => void) => Promise<void>;

const openai = (baseUrl: string, model: string) =>
  new ChatOpenAI({ model, apiKey: "none", configuration: { baseURL: baseUrl }, maxRetries: 0 });

/**
 * So many nodes in a row on one counter.
 * @param configurable more of it for each run
 */
export function bareNodes(
  count: number,
  checkpointer: BaseCheckpointSaver,
  configurable: () => object = () => ({}),
): BareRun {
  const State = Annotation.Root({ count: Annotation<number> });
  const increment = async (state: typeof State.State) => ({ count: state.count + 1 });
  const ids = Array.from({ length: count }, (_, index) => `n${index}`);
  const graph = new StateGraph(State).addSequence(ids.map((id) => [id, increment]));
  const compiled = graph
    .addEdge(START, "n0")
    .addEdge(`n${count - 1}`, END)
    .compile({ checkpointer });
  return async (threadId) => {
    const config = { configurable: { ...configurable(), thread_id: threadId }, durability: "sync" } as const;
    const limits = { ...config, recursionLimit: count + 5 };
    for await (const _ of await compiled.stream({ count: 0 }, { ...limits, streamMode: "updates" }));
  };
}

/** One model call on a list of messages. */
export function bareChat(checkpointer: BaseCheckpointSaver, baseUrl: string, model: string): BareRun {
  const chat: BaseChatModel = openai(baseUrl, model);
  const compiled = new StateGraph(MessagesAnnotation)
    .addNode("answer", async (state, config) => ({ messages: [await chat.invoke(state.messages, config)] }))
    .addEdge(START, "answer")
    .addEdge("answer", END)
    .compile({ checkpointer });
  return (threadId, onToken) => follow(compiled, "Hello", threadId, onToken);
}

/** An agent with a calculator. */
export function bareAgent(checkpointer: BaseCheckpointSaver, baseUrl: string, model: string): BareRun {
  const calculator = tool(async () => "42", {
    name: "calculator",
    description: "Calculates",
    schema: z.object({ expression: z.string() }),
  });
  const agent = createAgent({ model: openai(baseUrl, model), tools: [calculator], checkpointer });
  return (threadId, onToken) => follow(agent.graph, toolQuestion, threadId, onToken);
}

/** Makes the provider's stand-in call the tool. */
export const toolQuestion = 'call calculator {"expression":"6*7"}';

interface Streams {
  stream(
    input: { messages: HumanMessage[] },
    options: { configurable: { thread_id: string }; durability: "sync"; streamMode: "messages" },
  ): Promise<AsyncIterable<unknown>>;
}

async function follow(
  graph: Streams,
  text: string,
  threadId: string,
  onToken: (text: string) => void,
): Promise<void> {
  const stream = await graph.stream(
    { messages: [new HumanMessage(text)] },
    { configurable: { thread_id: threadId }, durability: "sync", streamMode: "messages" },
  );
  for await (const chunk of stream) {
    const [message] = z.tuple([z.object({ content: z.string() })], z.unknown()).parse(chunk);
    if (message.content) onToken(message.content);
  }
}
