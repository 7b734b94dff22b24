import type { BaseMessage } from "@langchain/core/messages";
import { AppError } from "@/workflows/errors/app-error";
import { toLangChainMessages } from "@/workflows/events/plain-message.server";
import { own } from "@/workflows/graph/record";
import type { State } from "./execute";

/** The conversation that a channel holds. @throws AppError invalid_input where it holds something else */
export function conversationIn(state: State, channel: string): BaseMessage[] {
  try {
    return toLangChainMessages(own(state, channel));
  } catch (cause) {
    const message = `“${channel}” holds no conversation: each message needs a role and a content.`;
    const hint = "Look at what the nodes before this one write to it.";
    throw new AppError("invalid_input", message, { field: "messages", hint }, { cause });
  }
}
