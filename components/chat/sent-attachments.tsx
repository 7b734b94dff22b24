import { attachedIn } from "@/components/attachments/attached";
import { AttachedList } from "@/components/attachments/attached-list";
import type { Chat } from "./chat";
import type { ChatTurn } from "./chat-turn";
import { attachmentInputOf } from "./use-attachments";

/** What came with the message of a turn, above it. */
export function SentAttachments({ chat, turn }: { chat: Chat; turn: Pick<ChatTurn, "input"> }) {
  const input = attachmentInputOf(chat);
  if (!input) return null;
  return (
    <AttachedList attached={attachedIn(turn.input[input.channel])} label="Attached" className="justify-end" />
  );
}
