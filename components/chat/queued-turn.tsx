import { Clock, X } from "lucide-react";
import { ValueList } from "@/components/inputs/value-list";
import { IconButton } from "@/components/ui/icon-button";
import type { Chat } from "./chat";
import type { ChatTurn } from "./chat-turn";
import { SentAttachments } from "./sent-attachments";
import { messagesIn } from "./turn-messages";
import { UserMessage } from "./user-message";

interface QueuedTurnProps {
  chat: Chat;
  turn: ChatTurn;
  onTakeBack: () => void;
}

/** Something that was said while the agent was at work: it is answered next, or taken back. */
export function QueuedTurn({ chat, turn, onTakeBack }: QueuedTurnProps) {
  const texts = messagesIn(turn, chat.messagesChannel).map(({ content }) => content);
  return (
    <article aria-label="Waiting message" className="grid min-w-0 grid-cols-1 gap-1">
      <div className="opacity-70">
        {chat.messagesChannel === null ? (
          <ValueList
            values={turn.input}
            className="ml-auto max-w-[85%] rounded-lg bg-accent px-3.5 py-2.5 text-accent-foreground"
          />
        ) : (
          <div className="grid gap-1">
            <SentAttachments chat={chat} turn={turn} />
            {texts.map((text) => (
              <UserMessage key={text} text={text} />
            ))}
          </div>
        )}
      </div>
      <p className="flex items-center justify-end gap-1.5 text-muted-foreground text-xs">
        <Clock aria-hidden className="size-3.5" />
        Answered next
        <IconButton icon={X} label="Take this message back" onClick={onTakeBack} />
      </p>
    </article>
  );
}
