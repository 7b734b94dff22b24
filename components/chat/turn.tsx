"use client";

import type { ReactNode } from "react";
import { ValueList } from "@/components/inputs/value-list";
import type { InterruptSummary } from "@/lib/api/contract/runs";
import type { GivenAnswer } from "@/workflows/events/event";
import { terminalStatuses } from "@/workflows/events/run-status";
import { AnswerThumb } from "./answer-thumb";
import type { Chat } from "./chat";
import type { ChatTurn } from "./chat-turn";
import { LiveAnswer } from "./live-answer";
import { type LiveTurn, untold } from "./live-turn";
import { outputOf } from "./output-text";
import { SentAttachments } from "./sent-attachments";
import { splitQuestion, timelineOf } from "./timeline";
import { TurnActions } from "./turn-actions";
import { TurnEnding } from "./turn-ending";
import { TurnEntries } from "./turn-entries";
import { messagesIn } from "./turn-messages";
import { TurnOutput } from "./turn-output";

export interface TurnProps {
  chat: Chat;
  turn: ChatTurn;
  /** Pauses of this turn, oldest first. */
  pauses: readonly InterruptSummary[];
  onAnswer: (interruptId: string, answer: GivenAnswer) => Promise<unknown>;
  /** What is streaming in right now, or how far an answer came that was not completed. */
  live?: LiveTurn | null;
  /** An answer is being made. */
  working?: boolean;
  /** Attempts at the same question before this one. */
  earlier?: ReactNode;
  /** It stands among the attempts at a question that is shown already. */
  isEarlier?: boolean;
  onRetry?: (() => void) | undefined;
  retrying?: boolean;
}

/** One exchange: what was said, what came back in its order, and how it ended if it did not end well. */
export function Turn(props: TurnProps) {
  const { chat, turn, pauses, onAnswer, live = null, working = false, earlier, isEarlier = false } = props;
  const { onRetry, retrying = false } = props;
  const talks = chat.messagesChannel !== null;
  const messages = messagesIn(turn, chat.messagesChannel);
  const replies = messages.filter(({ role }) => role === "assistant");
  const output = outputOf(turn, chat.messagesChannel);
  const traceHref = chat.mayReadRuns && terminalStatuses.has(turn.status) ? `/runs/${turn.runId}` : undefined;
  // A pause of an agent that does not talk shows the text it is about by itself.
  const showText = live && output === null && (talks || live.pausesSince === 0);
  const entries = timelineOf(turn, messages, pauses, live?.pausesSince ?? 0);
  const { question, rest } = splitQuestion(entries);
  // Under the last of several stand the thumbs of the whole answer.
  const alone = new Set(replies.slice(0, -1).map(({ id }) => id));
  const shared = { mayAnswer: chat.mayAnswer, mayReadRuns: chat.mayReadRuns, onAnswer };
  return (
    <article
      aria-label={isEarlier ? "Earlier attempt" : "Exchange"}
      className="grid min-w-0 grid-cols-1 gap-4"
    >
      {talks || isEarlier ? null : (
        <ValueList
          values={turn.input}
          className="ml-auto max-w-[85%] rounded-lg bg-accent px-3.5 py-2.5 text-accent-foreground"
        />
      )}
      {isEarlier ? null : (
        <>
          {talks ? <SentAttachments chat={chat} turn={turn} /> : null}
          <TurnEntries entries={question} {...shared} />
        </>
      )}
      {earlier}
      <TurnEntries
        entries={rest}
        text={
          showText ? (
            <LiveAnswer live={untold(live, turn.messages)} over={!working} held={turn.held === "limit"} />
          ) : null
        }
        below={
          terminalStatuses.has(turn.status) && chat.asksFeedback
            ? (message) =>
                message.id !== undefined && alone.has(message.id) ? (
                  <AnswerThumb chat={chat} turn={turn} messageId={message.id} />
                ) : null
            : undefined
        }
        {...shared}
      />
      {output === null ? null : <TurnOutput value={output} />}
      <TurnEnding turn={turn} hasTrace={traceHref !== undefined} onRetry={onRetry} retrying={retrying} />
      {terminalStatuses.has(turn.status) ? (
        <TurnActions
          chat={chat}
          turn={turn}
          answers={replies.map(({ content }) => content)}
          output={output}
          traceHref={traceHref}
        />
      ) : null}
    </article>
  );
}
