"use client";

import { outputOf } from "@/components/chat/output-text";
import { splitQuestion, timelineOf } from "@/components/chat/timeline";
import { TurnEntries } from "@/components/chat/turn-entries";
import { messagesIn } from "@/components/chat/turn-messages";
import { TurnOutput } from "@/components/chat/turn-output";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { ValueList } from "@/components/inputs/value-list";
import { ProblemNotice } from "@/components/trace/detail/problem-notice";
import {
  getConversation,
  type SeenConversation,
  type SeenTurn as SeenTurnData,
} from "@/lib/api/contract/conversations";
import { answerInterrupt } from "@/lib/api/contract/runs";
import { terminalStatuses } from "@/workflows/events/run-status";
import { LiveText } from "./live-text";
import { TurnBranches } from "./turn-branches";
import { TurnFacts } from "./turn-facts";

interface SeenTurnProps {
  conversation: SeenConversation;
  turn: SeenTurnData;
}

/** One turn: what was said, and beside it what it took and what people thought of it. */
export function SeenTurn({ conversation, turn }: SeenTurnProps) {
  const { can } = useMe();
  const answer = useCall(answerInterrupt, { refresh: [getConversation] });
  const { messagesChannel, nodeTitles, interrupts, branches } = conversation;
  const pauses = interrupts.filter(({ runId }) => runId === turn.runId);
  const entries = timelineOf(turn, messagesIn(turn, messagesChannel), pauses, 0);
  const { question, rest } = splitQuestion(entries);
  const output = outputOf(turn, messagesChannel);
  const shared = {
    mayAnswer: can("interrupt.answer"),
    mayReadRuns: true,
    onAnswer: (id: string, body: Parameters<typeof answer.mutateAsync>[0]["body"]) =>
      answer.mutateAsync({ params: { id }, body }),
  };
  const open = !terminalStatuses.has(turn.status);
  return (
    <article
      aria-label="Turn"
      className="grid grid-cols-1 gap-x-8 gap-y-3 border-t pt-5 lg:grid-cols-[minmax(0,1fr)_18rem]"
    >
      <div className="grid min-w-0 grid-cols-1 content-start gap-4 text-base">
        {messagesChannel === null ? (
          <ValueList
            values={turn.input}
            className="ml-auto max-w-[85%] rounded-lg bg-accent px-3.5 py-2.5 text-accent-foreground"
          />
        ) : null}
        <TurnEntries entries={question} {...shared} />
        <TurnEntries
          entries={rest}
          text={open ? <LiveText turn={turn} nodeTitles={nodeTitles} /> : null}
          {...shared}
        />
        {output === null ? null : <TurnOutput value={output} />}
        {turn.problem ? <ProblemNotice problem={turn.problem} title="The turn failed" /> : null}
        <TurnBranches
          title="Branches from here"
          branches={branches.filter(({ from }) => from === turn.runId)}
        />
      </div>
      <TurnFacts turn={turn} />
    </article>
  );
}
