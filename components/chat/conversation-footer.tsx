"use client";

import type { RefObject } from "react";
import type { MultitaskStrategy } from "@/workflows/events/multitask";
import type { JsonObject } from "@/workflows/graph/json";
import type { Chat } from "./chat";
import { Composer } from "./composer";
import { InputsForm } from "./inputs-form";
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
  const { open, queued, paused, sending, stopping, connected, send, stop } = conversation;
  const busy = open !== undefined;
  const waiting = chat.mayAnswer ? "Answer the question above first" : "Waiting for a person";
  const onStop = () => void stop();
  const say = (said: { message: string } | { input: JsonObject }, strategy?: MultitaskStrategy) => {
    onSend();
    return send(said, strategy);
  };
  return (
    <>
      {connected ? null : (
        <p role="status" className="pb-2 text-center text-sm text-waiting-ink">
          Connection lost. The answer goes on; reconnecting…
        </p>
      )}
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
          sending={sending}
          stopping={stopping}
          onSend={(message, strategy) => say({ message }, strategy)}
          onStop={onStop}
        />
      )}
    </>
  );
}
