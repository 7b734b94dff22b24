import { type BaseMessage, HumanMessage, isAIMessage, isBaseMessage } from "@langchain/core/messages";
import { AppError } from "@/workflows/errors/app-error";
import { toLangChainMessages, toPlainValue } from "@/workflows/events/plain-message.server";
import type { Channel } from "@/workflows/graph/channel";
import { isDeeperThan, maxValueDepth } from "@/workflows/graph/json-depth";
import { own } from "@/workflows/graph/record";
import { messagesNeeded, writtenValueProblem } from "@/workflows/nodes/channel-value";
import { refuseSerialised } from "./plain-data";

/** Makes a value fit for a channel: messages (a text is a user's) become LangChain's own, everything else is checked plain data. */
export function writable(channels: Readonly<Record<string, Channel>>, name: string, value: unknown): unknown {
  const channel = own(channels, name);
  if (!channel) {
    throw new AppError("output_invalid", `There is no channel named “${name}”.`, { channel: name });
  }
  if (channel.type === "messages") return messages(name, value);
  const plain = toPlainValue(value);
  if (isDeeperThan(plain, maxValueDepth)) {
    const message = `The channel “${name}” takes values of up to ${maxValueDepth} levels; this one is nested deeper.`;
    throw new AppError("output_invalid", message, { channel: name });
  }
  refuseSerialised(plain, name);
  const problem = writtenValueProblem(channel, plain);
  if (problem) throw new AppError("output_invalid", `The channel “${name}” ${problem}.`, { channel: name });
  return plain;
}

function messages(name: string, value: unknown): BaseMessage[] {
  const list: unknown[] = (Array.isArray(value) ? value : [value]).map(fromText);
  for (const item of list) refuseSerialised(isBaseMessage(item) ? outsideParts(item) : item, name);
  try {
    return toLangChainMessages(list);
  } catch (error) {
    throw new AppError(
      "output_invalid",
      `The channel “${name}” ${messagesNeeded}.`,
      { channel: name },
      { cause: error },
    );
  }
}

/** A text alone is what a person said. */
function fromText(item: unknown): unknown {
  return typeof item === "string" ? new HumanMessage(item) : item;
}

/** What of a message comes from a model, a tool or a person; the object around it is ours. */
function outsideParts(message: BaseMessage): unknown {
  const calls = isAIMessage(message) ? message.tool_calls : undefined;
  return {
    content: message.content,
    calls,
    more: message.additional_kwargs,
    about: message.response_metadata,
  };
}
