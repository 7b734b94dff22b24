import { inputsOf, messagesChannelOf } from "@/lib/agents/inputs";
import { AppError } from "@/workflows/errors/app-error";
import type { GraphDocument } from "@/workflows/graph/document";
import type { JsonObject } from "@/workflows/graph/json";

export interface Turn {
  message?: string;
  input?: JsonObject;
}

/**
 * The input of a run from what somebody said: a message goes to the channel that takes messages, or to the only
 * text the agent asks for.
 * @throws AppError invalid_input
 */
export function turnInput(document: GraphDocument, { message, input = {} }: Turn): JsonObject {
  if (message === undefined) return input;
  const channel = messagesChannelOf(document) ?? onlyTextOf(document);
  if (channel === null) {
    throw new AppError("invalid_input", "This agent takes no message.", {
      field: "message",
      hint: "Send its inputs as `input`; GET /chat/{slug} lists them.",
    });
  }
  return { ...input, [channel]: message };
}

function onlyTextOf(document: GraphDocument): string | null {
  const [only, another] = inputsOf(document).filter((input) => input.type === "string");
  return only && !another ? only.channel : null;
}
