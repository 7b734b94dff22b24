"use client";

import { type ReactNode, useState } from "react";
import { ValueList } from "@/components/inputs/value-list";
import { LaterMarkdown } from "@/components/markdown/later-markdown";
import { Button } from "@/components/ui/button";
import { errorMessage } from "@/components/ui/error-message";
import { Field, FieldError } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { InterruptSummary } from "@/lib/api/contract/runs";
import { asksPerson, takesAnswers } from "@/workflows/events/asks";
import type { GivenAnswer, InterruptAnswer, InterruptPayload } from "@/workflows/events/event";
import { AnsweredNotice } from "./answered-notice";
import { ClientCall } from "./client-call";
import { FormFields } from "./form-fields";
import { ItemPlaces } from "./item-places";
import { PauseBadge } from "./pause-badge";
import { PausePeople } from "./pause-people";
import { ToolDecision } from "./tool-decision";
import { useAnswerForm } from "./use-answer-form";
import { ValueField } from "./value-field";
import { WaitingFor } from "./waiting-for";

export interface ApprovalCardProps {
  payload: InterruptPayload;
  /** Sends the answer; what it throws is shown and nothing typed is lost. */
  onAnswer: (answer: GivenAnswer) => Promise<unknown>;
  /** Set once somebody has answered. */
  answered?: { answer: InterruptAnswer; by?: string | null; at?: string | null } | undefined;
  /** The run ended without an answer. */
  withdrawn?: boolean;
  mayAnswer: boolean;
  /** Whom it is for, who has answered so far, and why the reader may not. */
  standing?: InterruptSummary | undefined;
  /** Whether the reader may look at runs; a run that is waited for is then linked. */
  mayOpenRuns?: boolean;
  /** When the pause came. */
  since?: string | undefined;
  /** Agent, node, time: whatever the place shows above the question. */
  header?: ReactNode;
}

const labelOf = ({ kind }: InterruptPayload) =>
  kind === "client" ? "Tool call" : asksPerson({ kind }) ? "Approval" : "Wait";

const variants = { primary: "primary", neutral: "secondary", danger: "danger" } as const;

/** The one place where a person answers a pause: in the inbox, the editor and the chat. */
export function ApprovalCard({
  payload,
  onAnswer,
  answered,
  withdrawn,
  mayAnswer,
  standing,
  mayOpenRuns = true,
  since,
  header,
}: ApprovalCardProps) {
  const form = useAnswerForm(payload);
  const [sending, setSending] = useState<string | null>(null);
  const [problem, setProblem] = useState<string>();
  const open = !answered && !withdrawn;
  // What can be changed stands in its fields while it can be, and else among what the question is about.
  const fixed = open && mayAnswer ? {} : { ...payload.editable, ...answered?.answer.edits };
  const values = { ...payload.show, ...fixed };
  const { tool } = payload;

  const choose = (choice: string) => {
    const answer = form.answerWith(choice);
    if (answer) void send(answer);
    else setProblem("Something is missing or cannot be read. Correct it and answer again.");
  };
  const send = async (answer: GivenAnswer) => {
    setProblem(undefined);
    setSending(answer.answer);
    try {
      await onAnswer(answer);
    } catch (error) {
      setProblem(errorMessage(error));
    } finally {
      setSending(null);
    }
  };

  return (
    <article aria-label={labelOf(payload)} className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        {header}
        <PauseBadge payload={payload} answered={answered !== undefined} isOver={withdrawn === true} />
      </div>
      {payload.items ? <ItemPlaces items={payload.items} /> : null}
      {takesAnswers(payload) ? (
        <LaterMarkdown>{payload.message}</LaterMarkdown>
      ) : (
        <WaitingFor payload={payload} since={since} isOver={!open} linksRun={mayOpenRuns} />
      )}
      {Object.keys(values).length > 0 ? <ValueList values={values} className="border-l-2 pl-3" /> : null}
      {tool?.purpose ? <p className="text-muted-foreground text-sm">{tool.purpose}</p> : null}
      {tool && (payload.kind === "client" || !(open && mayAnswer)) ? (
        <ValueList values={answered?.answer.args ?? tool.args} className="border-l-2 pl-3" />
      ) : null}

      {standing ? <PausePeople pause={standing} /> : null}
      {answered ? <AnsweredNotice payload={payload} {...answered} /> : null}
      {open && !mayAnswer && asksPerson(payload) && payload.answers.length > 0 ? (
        <p className="text-muted-foreground text-sm">
          {standing?.whyNot ?? "This is waiting for a person who may answer approvals."}
        </p>
      ) : null}
      {open && mayAnswer && payload.kind === "client" ? (
        <ClientCall
          payload={payload}
          sending={sending}
          problem={problem}
          onSend={(answer) => void send(answer)}
        />
      ) : open && mayAnswer && tool ? (
        <ToolDecision
          tool={tool}
          sending={sending}
          problem={problem}
          onSend={(answer) => void send(answer)}
        />
      ) : null}
      {open && mayAnswer && !tool ? (
        <>
          {form.fields.map(({ name, kind, text, error }) => (
            <ValueField
              key={name}
              name={name}
              kind={kind}
              text={text}
              error={error}
              disabled={sending !== null}
              onChange={(next) => form.setText(name, next)}
            />
          ))}
          <FormFields
            fields={form.formFields}
            texts={form.filled}
            problems={form.problems}
            disabled={sending !== null}
            onChange={form.fill}
          />
          {payload.allowText ? (
            <Field label="Comment" optional>
              <Textarea rows={2} value={form.note} onChange={(event) => form.setNote(event.target.value)} />
            </Field>
          ) : null}
          <div className="flex flex-wrap gap-2">
            {payload.answers.map((choice) => (
              <Button
                key={choice.id}
                variant={variants[choice.tone]}
                busy={sending === choice.id}
                disabled={sending !== null && sending !== choice.id}
                onClick={() => choose(choice.id)}
              >
                {choice.label}
              </Button>
            ))}
          </div>
          <FieldError message={problem} />
        </>
      ) : null}
    </article>
  );
}
