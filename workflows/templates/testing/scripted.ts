import { AIMessage, type BaseMessage } from "@langchain/core/messages";
import { fakeModel } from "langchain";
import { drive } from "@/workflows/compile/testing/drive";
import type { NodeServices } from "@/workflows/runtime/ports";
import { AnsweringModel } from "@/workflows/testing/answering-model";
import type { Template } from "../template";

/** A message that hands over to somebody, with a task. */
export const handOver = (to: string, task: string) =>
  new AIMessage({
    content: "",
    tool_calls: [{ name: `transfer_to_${to}`, id: `call_${to}`, args: { task } }],
  });

/** A message that calls a tool. */
export const calls = (name: string, args: Record<string, unknown>) =>
  new AIMessage({ content: "", tool_calls: [{ name, id: `call_${name}`, args }] });

/** A model that says these, one a call: a text as a message, a message as it is, its calls under ids of their own. */
export function saying(...said: (AIMessage | string)[]) {
  return said.reduce<ReturnType<typeof fakeModel>>(
    (model, each, at) => model.respond(typeof each === "string" ? new AIMessage(each) : withIds(each, at)),
    fakeModel(),
  );
}

function withIds({ text, tool_calls = [] }: AIMessage, at: number): AIMessage {
  return new AIMessage({
    content: text,
    tool_calls: tool_calls.map((call, index) => ({ ...call, id: `call_${at}_${index}` })),
  });
}

type Model = AnsweringModel | ReturnType<typeof fakeModel>;

/** A template on a model; its visits as `node.port`, and what was asked of the model. */
export function on({ document }: Template, model: Model, services: Partial<NodeServices> = {}) {
  const agent = drive(document, { models: { resolve: async () => model }, ...services });
  const way = () => agent.finished().map(({ node, data }) => `${node}.${data.port}`);
  const prompts = () =>
    (model instanceof AnsweringModel ? model.asked : model.calls.map(({ messages }) => messages)).map(
      (messages: readonly BaseMessage[]) => messages.map(({ text }) => text).join("\n"),
    );
  return { agent, way, prompts };
}
