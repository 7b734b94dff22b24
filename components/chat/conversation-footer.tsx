"use client";

import type { RefObject } from "react";
import type { MultitaskStrategy } from "@/workflows/events/multitask";
import type { JsonObject } from "@/workflows/graph/json";
import { blockedWords } from "./blocked-words";
import type { Chat } from "./chat";
import { Composer } from "./composer";
import { InputsForm } from "./inputs-form";
import { TooBusyNotice } from "./too-busy-notice";
import { useAttachments } from "./use-attachments";
import type { ConversationState } from "./use-conversation";

interface ConversationFooterProps {
  chat: Chat;
  draftKey: string;
  composer: RefObject<HTMLTextAreaElement | null>;
  conversation: ConversationState;
  /** Something is being sent: the end of the conversation should come into view. */
  onSend: () => void;
}

/** Where the next turn is made, fit for what the agent takes. */
export function ConversationFooter(props: ConversationFooterProps) {
  const { chat, draftKey, composer, conversation, onSend } = props;
  const { turns, open, queued, paused, asked, busyUntil, sending, stopping, connected, send, stop } =
    conversation;
  const busy = open !== undefined;
  const waiting = blockedWords(asked, chat.mayAnswer);
  const onStop = () => void stop();
  const { attachments, input, sent } = useAttachments(chat, [...turns, ...queued]);
  const say = async (said: { message: string } | { input: JsonObject }, strategy?: MultitaskStrategy) => {
    onSend();
    const isSent = await send({ ...(input && { input }), ...said }, strategy);
    if (isSent) sent();
    return isSent;
  };
  return (
    <>
      {connected ? null : (
        <p role="status" className="pb-2 text-center text-sm text-waiting-ink">
          Connection lost. The answer goes on; reconnecting…
        </p>
      )}
      {busyUntil === undefined ? null : <TooBusyNotice until={busyUntil} />}
      {chat.messagesChannel === null ? (
        <InputsForm
          inputs={chat.inputs}
          draftKey={draftKey}
          busy={busy}
          progress={paused ? waiting : "Running"}
          sending={sending}
          stopping={stopping}
          onRun={(input) => say({ input })}
          onStop={onStop}
        />
      ) : (
        <Composer
          box={composer}
          draftKey={draftKey}
          agentName={chat.name}
          busy={busy}
          mayCutIn={queued.length === 0}
          blocked={paused ? waiting : undefined}
          attachments={attachments}
          sending={sending}
          stopping={stopping}
          onSend={(message, strategy) => say({ message }, strategy)}
          onStop={onStop}
        />
      )}
    </>
  );
}
