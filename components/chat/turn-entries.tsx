import { Fragment, type ReactNode } from "react";
import type { InterruptAnswer } from "@/workflows/events/event";
import { AgentMessage } from "./agent-message";
import type { TimelineEntry } from "./timeline";
import { TurnPause } from "./turn-pause";
import { UserMessage } from "./user-message";

interface TurnEntriesProps {
  entries: readonly TimelineEntry[];
  /** What stands where the text outside the messages does. */
  text?: ReactNode;
  mayAnswer: boolean;
  onAnswer: (interruptId: string, answer: InterruptAnswer) => Promise<unknown>;
}

/** What happened in a turn, one after the other. */
export function TurnEntries({ entries, text, mayAnswer, onAnswer }: TurnEntriesProps) {
  return entries.map((entry, index) => {
    if (entry.kind === "text") return <Fragment key="text">{text}</Fragment>;
    if (entry.kind === "pause") {
      const { pause } = entry;
      return <TurnPause key={pause.id} pause={pause} mayAnswer={mayAnswer} onAnswer={onAnswer} />;
    }
    const { id = index, role, content } = entry.message;
    const Message = role === "user" ? UserMessage : AgentMessage;
    return <Message key={id} text={content} />;
  });
}
