import {
  type BaseMessage,
  HumanMessage,
  isAIMessage,
  isSystemMessage,
  isToolMessage,
} from "@langchain/core/messages";

/** A conversation as it is shortened: what stays in front, what becomes a summary, and what stays behind. */
export interface Parts {
  system: BaseMessage[];
  older: BaseMessage[];
  kept: BaseMessage[];
}

const charsPerToken = 4;
/** What a message costs beside its text. */
const tokensPerMessage = 3;

/** Tokens of messages, roughly: four letters are one. Exact only to a fifth or so, whatever the model. */
export function roughTokens(messages: readonly BaseMessage[]): number {
  const chars = messages.map((message) => message.text.length + callsOf(message).length);
  return Math.ceil(chars.reduce((sum, each) => sum + each / charsPerToken + tokensPerMessage, 0));
}

/**
 * Parts a conversation before its last messages, so many of them at least: a tool's answer stays with the call it
 * answers, for providers refuse one without the other. Undefined where nothing is left to shorten.
 */
export function partsOf(messages: readonly BaseMessage[], keep: number): Parts | undefined {
  const system = messages.slice(
    0,
    messages.findIndex((message) => !isSystemMessage(message)),
  );
  let cut = Math.max(messages.length - keep, system.length);
  while (cut > system.length && isToolMessage(messages[cut] ?? new HumanMessage(""))) cut -= 1;
  const older = messages.slice(system.length, cut);
  return older.length > 0 ? { system, older, kept: messages.slice(cut) } : undefined;
}

/** A conversation as a text that a model reads; of a very long one the end. */
export function transcript(messages: readonly BaseMessage[], mostChars: number): string {
  const lines = messages.map((message) => {
    const calls = callsOf(message);
    return `${roleOf(message)}: ${message.text}${calls ? ` [calls ${calls}]` : ""}`;
  });
  const whole = lines.join("\n\n");
  return whole.length > mostChars ? `…${whole.slice(-mostChars)}` : whole;
}

const opening = "Summary of the conversation so far:";

/** The message that stands for all that it sums up. A user's: not every provider takes a system message here. */
export function summaryMessage(text: string): HumanMessage {
  return new HumanMessage(`${opening}\n\n${text}`);
}

function callsOf(message: BaseMessage): string {
  const calls = isAIMessage(message) ? (message.tool_calls ?? []) : [];
  return calls.map(({ name, args }) => `${name}(${JSON.stringify(args)})`).join(", ");
}

function roleOf(message: BaseMessage): string {
  const type = message.getType();
  if (type === "human") return "User";
  if (type === "system" || type === "developer") return "Instructions";
  return type === "ai" ? "Assistant" : "Tool";
}
