import {
  AIMessage,
  type BaseMessage,
  HumanMessage,
  isAIMessage,
  isBaseMessage,
  isToolMessage,
  SystemMessage,
  ToolMessage,
} from "@langchain/core/messages";
import { jsonSchema } from "@/workflows/graph/json";
import { type PlainMessage, plainMessageSchema } from "./message";

const roles: Readonly<Record<string, PlainMessage["role"]>> = {
  human: "user",
  ai: "assistant",
  system: "system",
  developer: "system",
  tool: "tool",
};

/** A LangChain message as plain data. Content blocks become their text; other blocks leave no trace. */
export function toPlainMessage(message: BaseMessage): PlainMessage {
  const calls = isAIMessage(message) ? (message.tool_calls ?? []) : [];
  return {
    ...(message.id ? { id: message.id } : {}),
    role: roles[message.getType()] ?? "user",
    content: message.text,
    ...(calls.length > 0
      ? {
          toolCalls: calls.map((call) => ({
            id: call.id ?? "",
            name: call.name,
            args: jsonSchema.parse(call.args),
          })),
        }
      : {}),
    ...(isToolMessage(message) ? { toolCallId: message.tool_call_id } : {}),
    ...(message.name ? { name: message.name } : {}),
  };
}

/** The LangChain message of plain data. */
export function fromPlainMessage(plain: PlainMessage): BaseMessage {
  // A field that is there but undefined would be stored with every checkpoint.
  const common = {
    content: plain.content,
    ...(plain.id === undefined ? {} : { id: plain.id }),
    ...(plain.name === undefined ? {} : { name: plain.name }),
  };
  const make: Record<PlainMessage["role"], () => BaseMessage> = {
    user: () => new HumanMessage(common),
    system: () => new SystemMessage(common),
    assistant: () =>
      new AIMessage({
        ...common,
        tool_calls: (plain.toolCalls ?? []).map(({ id, name, args }) => ({ id, name, args: argsOf(args) })),
      }),
    tool: () => new ToolMessage({ ...common, tool_call_id: plain.toolCallId ?? "" }),
  };
  return make[plain.role]();
}

/** The messages of a channel, whether they are LangChain's already or plain data. @throws ZodError */
export function toLangChainMessages(value: unknown): BaseMessage[] {
  const list: unknown[] = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
  return list.map((item) => (isBaseMessage(item) ? item : fromPlainMessage(plainMessageSchema.parse(item))));
}

/** A channel's value as events and screens carry it: messages as plain data, everything else as it is. */
export function toPlainValue(value: unknown): unknown {
  if (isBaseMessage(value)) return toPlainMessage(value);
  return Array.isArray(value) && value.some(isBaseMessage) ? value.map(toPlainValue) : value;
}

function argsOf(args: unknown): Record<string, unknown> {
  return typeof args === "object" && args !== null && !Array.isArray(args) ? { ...args } : { value: args };
}
