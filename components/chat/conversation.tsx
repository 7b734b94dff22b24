"use client";

import { ArrowDown } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Announcement } from "./announcement";
import type { Chat } from "./chat";
import { ConversationFooter } from "./conversation-footer";
import { TurnList } from "./turn-list";
import { useConversation } from "./use-conversation";
import { useEscape } from "./use-escape";
import { useKeepFocus } from "./use-keep-focus";
import { useStickToBottom } from "./use-stick-to-bottom";

interface ConversationProps {
  chat: Chat;
  threadId: string | null;
  /** A first message made this conversation. */
  onThread: (threadId: string) => void;
}

/** A conversation and the place to go on with it. */
export function Conversation({ chat, threadId, onThread }: ConversationProps) {
  const list = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const composer = useRef<HTMLTextAreaElement>(null);
  // On a phone the keyboard would cover half of the conversation.
  const goOn = () => {
    const writes = matchMedia("(pointer: fine)").matches;
    ((writes && composer.current) || list.current)?.focus({ preventScroll: true });
  };
  const conversation = useKeepFocus(useConversation(chat, threadId, onThread), goOn);
  const { away, jump } = useStickToBottom(list, content);
  const { open, paused, stop, thread } = conversation;
  // What waits for a person may wait for weeks: one key must not end it.
  useEscape(open !== undefined && !paused, () => void stop());

  return (
    <>
      <div className="relative min-h-0 flex-1">
        <section
          ref={list}
          aria-label="Messages"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
          tabIndex={0}
          // Positioned: what is only for screen readers would otherwise hang out of the box and let the page scroll.
          className="relative h-full overflow-y-auto overflow-x-hidden [scrollbar-gutter:stable] focus-visible:outline-offset-[-2px]"
        >
          <div ref={content} className="mx-auto grid w-full max-w-3xl grid-cols-1 gap-8 px-4 py-6">
            <TurnList chat={chat} isNew={threadId === null} conversation={conversation} />
          </div>
        </section>
        {away ? (
          <Button
            size="sm"
            onClick={() => {
              jump();
              goOn();
            }}
            className="absolute inset-x-0 bottom-2 mx-auto w-fit rounded-full shadow-float"
          >
            <ArrowDown aria-hidden />
            Jump to latest
          </Button>
        ) : null}
      </div>
      <Announcement chat={chat} conversation={conversation} />
      {/* The same gutter as the list above, so that both columns stand in line. */}
      <div className="overflow-hidden [scrollbar-gutter:stable]">
        <footer className="mx-auto w-full max-w-3xl px-4 pt-1 pb-4">
          {thread.isError ? null : (
            <ConversationFooter
              chat={chat}
              draftKey={`${chat.slug}.${threadId ?? "new"}`}
              composer={composer}
              conversation={conversation}
              onSend={jump}
            />
          )}
        </footer>
      </div>
    </>
  );
}
