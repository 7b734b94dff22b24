"use client";

import { useState } from "react";
import type { Chat } from "./chat";
import type { ConversationState } from "./use-conversation";

interface AnnouncementProps {
  chat: Chat;
  conversation: ConversationState;
}

/** Tells screen readers that an answer is being made and then, once, what it is: never the text word by word. */
export function Announcement({ chat, conversation: { open, paused, current } }: AnnouncementProps) {
  // A conversation that was only opened is read by its reader, not read out.
  const [followed, setFollowed] = useState(false);
  if (open && !followed) setFollowed(true);
  return (
    <p role="status" className="sr-only">
      {followed ? words() : ""}
    </p>
  );

  function words(): string {
    if (paused) return "Waiting";
    if (open) return `${chat.name} is answering`;
    if (current?.status !== "success") return "No answer";
    return current.messages.findLast(({ role }) => role === "assistant")?.content ?? "Done";
  }
}
