import { Fragment, type ReactNode } from "react";
import type { GivenAnswer } from "@/workflows/events/event";
import type { PlainMessage } from "@/workflows/events/message";
import { AgentMessage } from "./agent-message";
import type { TimelineEntry } from "./timeline";
import { TurnPause } from "./turn-pause";
import { UserMessage } from "./user-message";

interface TurnEntriesProps {
  entries: readonly TimelineEntry[];
  /** What stands where the text outside the messages does. */
  text?: ReactNode;
  /** What stands under a reply of the agent. */
  below?: ((message: PlainMessage) => ReactNode) | undefined;
  mayAnswer: boolean;
  mayReadRuns: boolean;
  onAnswer: (interruptId: string, answer: GivenAnswer) => Promise<unknown>;
}

/** What happened in a turn, one after the other. */
export function TurnEntries({ entries, text, below, ...asking }: TurnEntriesProps) {
  return entries.map((entry, index) => {
    if (entry.kind === "text") return <Fragment key="text">{text}</Fragment>;
    if (entry.kind === "pause") {
      const { pause } = entry;
      return <TurnPause key={pause.id} pause={pause} {...asking} />;
    }
    const { id = index, role, content } = entry.message;
    if (role === "user") return <UserMessage key={id} text={content} />;
    return (
      <Fragment key={id}>
        <AgentMessage text={content} />
        {below?.(entry.message)}
      </Fragment>
    );
  });
}
