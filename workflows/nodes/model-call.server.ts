import { type BaseMessage, HumanMessage } from "@langchain/core/messages";
import { renderTemplate } from "@/workflows/expressions/template";
import type { ReasoningEffort } from "@/workflows/runtime/ports";
import { type Attachment, type AttachmentKind, attachmentsIn } from "./attachments";
import { conversationIn } from "./conversation-in.server";
import type { State } from "./execute";
import type { ModelConfig } from "./model-fields";

export interface ModelChoice {
  model: string;
  /** Asked in their order where the model before fails for good. */
  fallbacks: readonly { model: string }[];
  temperature?: number | undefined;
  maxTokens?: number | undefined;
  reasoning?: "default" | ReasoningEffort | undefined;
  cachePrompt?: boolean | undefined;
  attachments?: string | undefined;
  /** How many answers are asked for, of which the one counts that most agree on. */
  samples?: number | undefined;
}

/** The kinds of what is attached, each once: not every provider takes them. */
export function kindsOf(shown: readonly Attachment[]): AttachmentKind[] {
  return [...new Set(shown.map(({ kind }) => kind))];
}

/** What the model is sent after its instructions: the conversation, then the prompt as the last user message. */
export function conversationOf(
  config: Pick<ModelConfig, "messages" | "prompt" | "attachments">,
  state: State,
): BaseMessage[] {
  const conversation = config.messages ? conversationIn(state, config.messages) : [];
  const prompt = config.prompt.trim() ? renderTemplate(config.prompt, state) : null;
  return withShown(conversation, prompt, attachedTo(config, state));
}

/**
 * The prompt as one more message, with what the model is shown. Without a prompt that belongs to what the person said
 * last: a message of images alone would stand there as if nobody had asked anything about them.
 */
export function withShown(
  conversation: BaseMessage[],
  prompt: string | null,
  shown: readonly Attachment[],
): BaseMessage[] {
  if (shown.length === 0) return prompt === null ? conversation : [...conversation, new HumanMessage(prompt)];
  const last = conversation.at(-1);
  if (prompt !== null || !last || !HumanMessage.isInstance(last))
    return [...conversation, lookAt(prompt ?? "", shown)];
  return [...conversation.slice(0, -1), lookAt(last.text, shown)];
}

/** What the model is to look at beside text. @throws AppError invalid_input */
export function attachedTo({ attachments }: Pick<ModelConfig, "attachments">, state: State): Attachment[] {
  return attachments ? attachmentsIn(state[attachments], attachments) : [];
}

/** A user's message with images and files in it, in the form that every provider's client reads. */
export function lookAt(text: string, shown: readonly Attachment[]): HumanMessage {
  const parts = shown.map(({ kind, mimeType, data, name }) =>
    kind === "image"
      ? { type: "image_url", image_url: { url: `data:${mimeType};base64,${data}` } }
      : {
          type: "file",
          source_type: "base64",
          mime_type: mimeType,
          data,
          metadata: { filename: name, name },
        },
  );
  return new HumanMessage({ content: [...(text ? [{ type: "text", text }] : []), ...parts] });
}

/** Where an answer goes: new messages to the conversation, the value to the output channel. */
export function answerUpdate(
  config: ModelConfig,
  added: BaseMessage[],
  value: unknown,
): Record<string, unknown> {
  return {
    ...(config.messages ? { [config.messages]: added } : {}),
    ...(config.output ? { [config.output]: value } : {}),
  };
}
