"use client";

import { MessagesSquare } from "lucide-react";
import Link from "next/link";
import { isProblem } from "@/components/data/problem";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { Chat } from "./chat";
import type { ChatTurn } from "./chat-turn";
import { EarlierAttempts } from "./earlier-attempts";
import { type Exchange, exchangesOf } from "./exchanges";
import { Greeting } from "./greeting";
import { PastTurn } from "./past-turn";
import { QueuedTurn } from "./queued-turn";
import { Turn } from "./turn";
import type { ConversationState } from "./use-conversation";

interface TurnListProps {
  chat: Chat;
  /** Nothing was said yet. */
  isNew: boolean;
  conversation: ConversationState;
}

/** What was said so far, turn by turn, with the pauses of each. */
export function TurnList({ chat, isNew, conversation }: TurnListProps) {
  const { thread, turns, queued, takeBack, current, open, paused, pauses, answer, retry, sending } =
    conversation;
  if (isNew) return <Greeting chat={chat} />;
  if (thread.isPending) return <SkeletonRows rows={3} label="Loading the conversation" />;
  if (isProblem(thread.error, "not_found")) return <Missing slug={chat.slug} />;
  if (thread.isError) {
    return (
      <ErrorState
        title="The conversation could not be loaded"
        error={thread.error}
        onRetry={() => void thread.refetch()}
      />
    );
  }
  return [...exchangesOf(turns).map(exchange), ...queued.map(waiting)];

  function exchange({ key, turn, earlier }: Exchange) {
    const attempts = (
      <EarlierAttempts count={earlier.length}>
        {() => earlier.map((tried) => <PastTurn key={tried.runId} {...shared(tried)} isEarlier />)}
      </EarlierAttempts>
    );
    if (turn !== current) {
      const Past = turn.status === "success" ? Turn : PastTurn;
      return <Past key={key} {...shared(turn)} earlier={attempts} />;
    }
    return (
      <Turn
        key={key}
        {...shared(turn)}
        live={conversation.live}
        working={open !== undefined && !paused}
        earlier={attempts}
        onRetry={open ? undefined : () => void retry(turn)}
        retrying={sending}
      />
    );
  }

  function waiting(turn: ChatTurn) {
    return <QueuedTurn key={turn.runId} chat={chat} turn={turn} onTakeBack={() => void takeBack(turn)} />;
  }

  function shared(turn: ChatTurn) {
    return { chat, turn, pauses: pauses.filter(({ runId }) => runId === turn.runId), onAnswer: answer };
  }
}

/** An address of a conversation that was deleted, or that is somebody else's. */
function Missing({ slug }: { slug: string }) {
  return (
    <EmptyState
      icon={MessagesSquare}
      title="This conversation is not here"
      action={
        <Button asChild>
          <Link href={`/chat/${encodeURIComponent(slug)}`}>Start a new conversation</Link>
        </Button>
      }
    >
      It was deleted, or it belongs to somebody else.
    </EmptyState>
  );
}
