"use client";

import { useCallback, useState } from "react";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/api/client/call";
import { answerTurn, sendMessage, stopTurn } from "@/lib/api/contract/chat";
import type { GivenAnswer } from "@/workflows/events/event";
import type { MultitaskStrategy } from "@/workflows/events/multitask";
import { terminalStatuses } from "@/workflows/events/run-status";
import type { JsonObject } from "@/workflows/graph/json";
import type { Chat } from "./chat";
import type { ChatTurn } from "./chat-turn";
import { liveTurn } from "./live-turn";
import { retryAfterMs } from "./too-busy";
import { useLiveTurn } from "./use-live-turn";
import { useThread } from "./use-thread";

type Said = { message: string; input?: JsonObject } | { input: JsonObject; retryOf?: string };

/** A conversation as it stands and goes on, and what can be done in it. */
export function useConversation(chat: Chat, threadId: string | null, onThread: (threadId: string) => void) {
  const { slug } = chat;
  const { thread, reload, warm } = useThread(slug, threadId);
  const [sending, setSending] = useState(false);
  const [stopped, setStopped] = useState<string>();
  const [busyUntil, setBusyUntil] = useState<number>();

  const all = thread.data?.turns ?? [];
  const pauses = thread.data?.interrupts ?? [];
  // The oldest that is not over is being answered, or will be in a moment; what came after it waits for its turn.
  const open = all.find(({ status }) => !terminalStatuses.has(status));
  const turns = open ? all.slice(0, all.indexOf(open) + 1) : all;
  const queued = all.slice(turns.length);
  const current = turns.at(-1);
  const asked = pauses.filter(({ status }) => status === "waiting").map(({ payload }) => payload);
  const paused = open?.status === "interrupted" && asked.length > 0;
  // A turn that did not end well shows how far it came; its text is in its events alone.
  const followed = current && current.status !== "success" ? current.runId : null;
  const onNews = useCallback(() => void reload(), [reload]);
  const live = useLiveTurn(slug, followed, onNews);

  const send = async (said: Said, multitaskStrategy?: MultitaskStrategy): Promise<boolean> => {
    setSending(true);
    setBusyUntil(undefined);
    try {
      const body = { threadId: threadId ?? undefined, multitaskStrategy, ...said };
      const started = await call(sendMessage, { params: { slug }, body });
      await (threadId === null ? warm(started.threadId) : reload());
      onThread(started.threadId);
      return true;
    } catch (error) {
      const wait = retryAfterMs(error);
      if (wait === undefined) toast.failed("The message could not be sent", error);
      else setBusyUntil(Date.now() + wait);
      return false;
    } finally {
      setSending(false);
    }
  };
  const stop = async () => {
    if (!open) return;
    setStopped(open.runId);
    try {
      await call(stopTurn, { params: { slug, runId: open.runId } });
    } catch (error) {
      setStopped(undefined);
      toast.failed("The answer could not be stopped", error);
    }
    await reload();
  };
  const takeBack = async ({ runId }: ChatTurn) => {
    try {
      await call(stopTurn, { params: { slug, runId } });
    } catch (error) {
      toast.failed("The message could not be taken back", error);
    }
    await reload();
  };
  const retry = (turn: ChatTurn) => send({ input: turn.input, retryOf: turn.runId });
  const answer = (interruptId: string, body: GivenAnswer) =>
    call(answerTurn, { params: { slug, interruptId }, body }).finally(reload);

  return {
    thread,
    turns,
    /** Sent while the agent was at work: answered one after the other when it is done. */
    queued,
    pauses,
    current,
    open,
    paused,
    /** What the paused turn waits for. */
    asked,
    /** The last message was turned away, as too many waited, until this time. */
    busyUntil,
    sending,
    stopping: open !== undefined && open.runId === stopped,
    // For a moment the view is still that of the turn before.
    live: live?.view.runId === followed ? liveTurn(live.view, chat.nodeTitles) : null,
    connected: live?.connected ?? true,
    send,
    stop,
    takeBack,
    retry,
    answer,
  };
}
export type ConversationState = ReturnType<typeof useConversation>;
