import type { BaseMessage, BaseMessageChunk } from "@langchain/core/messages";
import { z } from "zod";
import { OpenAiWireModel } from "../openai-wire";

type DeltaArguments = Parameters<OpenAiWireModel["_convertCompletionsDeltaToBaseMessageChunk"]>;
type MessageArguments = Parameters<OpenAiWireModel["_convertCompletionsMessageToBaseMessage"]>;

/** Reasoning models of Mistral answer in parts: what they thought, and what they say. */
const parts = z.array(
  z.looseObject({
    type: z.string(),
    text: z.string().optional(),
    thinking: z.array(z.looseObject({ text: z.string().optional() })).optional(),
  }),
);

/** The content of a message as the text and the reasoning that LangChain's converters know. */
function plain<Message extends object>(message: Message): Message {
  const found = "content" in message ? parts.safeParse(message.content) : undefined;
  if (!found?.success) return message;
  const thought = found.data.flatMap(({ thinking }) => (thinking ?? []).map(({ text }) => text ?? ""));
  return {
    ...message,
    content: found.data.map(({ text }) => text ?? "").join(""),
    ...(thought.length > 0 ? { reasoning_content: thought.join("") } : {}),
  };
}

export class MistralModel extends OpenAiWireModel {
  override _convertCompletionsDeltaToBaseMessageChunk(
    ...[delta, response, role]: DeltaArguments
  ): BaseMessageChunk {
    return super._convertCompletionsDeltaToBaseMessageChunk(plain(delta), response, role);
  }

  override _convertCompletionsMessageToBaseMessage(...[message, response]: MessageArguments): BaseMessage {
    return super._convertCompletionsMessageToBaseMessage(plain(message), response);
  }
}
