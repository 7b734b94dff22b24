"use client";

import { type ReactNode, useState } from "react";
import { OwnThumb } from "@/components/feedback/own-thumb";
import { WhyNot } from "@/components/feedback/why-not";
import { ownThumb, thumbOf } from "@/components/feedback/words";
import type { Chat } from "./chat";
import type { ChatTurn } from "./chat-turn";
import { useTurnFeedback } from "./use-turn-feedback";

interface AnswerThumbProps {
  chat: Chat;
  turn: ChatTurn;
  /** One reply of several; left out, the whole answer. */
  messageId?: string;
  /** In the same line, before and after the thumbs. */
  before?: ReactNode;
  after?: ReactNode;
}

/** Thumbs in a line with what else can be done, and after thumbs down what was wrong. */
export function AnswerThumb({ chat, turn, messageId, before, after }: AnswerThumbProps) {
  const [fresh, setFresh] = useState(false);
  const { give, takeBack } = useTurnFeedback(chat.slug, turn.runId);
  const own = ownThumb(turn.feedback, messageId);
  return (
    <div className="-mt-2 grid grid-cols-1 gap-2">
      <div className="-ml-2 flex flex-wrap items-center gap-1">
        {before}
        {chat.asksFeedback ? (
          <OwnThumb
            of={messageId === undefined ? "answer" : "reply"}
            own={own}
            onGive={(said) => {
              setFresh(true);
              return give({ ...said, messageId });
            }}
            onTakeBack={takeBack}
          />
        ) : null}
        {after}
      </div>
      {chat.asksFeedback && thumbOf(own) === "down" ? (
        <WhyNot
          key={own?.id}
          fresh={fresh}
          draftKey={messageId === undefined ? turn.runId : `${turn.runId}.${messageId}`}
          comment={own?.comment ?? null}
          onSay={(comment) => give({ value: { kind: "thumb", thumb: "down" }, comment, messageId })}
        />
      ) : null}
    </div>
  );
}
