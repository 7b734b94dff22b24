"use client";

import { useState } from "react";
import { type Attached, attachedIn, mostFor, valueWith } from "@/components/attachments/attached";
import type { JsonObject } from "@/workflows/graph/json";
import type { Chat } from "./chat";
import type { ChatTurn } from "./chat-turn";

/** Images and files that go with what is said next. */
export interface Attachments {
  attached: readonly Attached[];
  most: number;
  onChange: (attached: Attached[]) => void;
}

/**
 * What the agent's models are shown beside the conversation, if it takes that. As its channel does, it keeps what was
 * attached before until something else is, or it is taken away.
 */
export function useAttachments(chat: Chat, turns: readonly ChatTurn[]) {
  const [changed, setChanged] = useState<Attached[]>();
  const input = chat.messagesChannel === null ? undefined : attachmentInputOf(chat);
  const last = input && turns.findLast((turn) => Object.hasOwn(turn.input, input.channel));
  const attached = changed ?? attachedIn(last?.input[input?.channel ?? ""]);
  return {
    attachments: input && { attached, most: mostFor(input.type), onChange: setChanged },
    /** What a message says of it: nothing, where it stays as it is. */
    input: input && changed ? { [input.channel]: valueWith(input.type, changed) } : undefined,
    /** It was sent: from now on the conversation knows it. */
    sent: () => setChanged(undefined),
  } satisfies { attachments: Attachments | undefined; input: JsonObject | undefined; sent: () => void };
}

/** The input of a chat that takes images and files. */
export function attachmentInputOf({ inputs }: Pick<Chat, "inputs">): Chat["inputs"][number] | undefined {
  const fits = ["string", "object", "array", "any"];
  return inputs.find(({ attachments, type }) => attachments && fits.includes(type));
}
