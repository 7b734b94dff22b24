"use client";

import { type ReactNode, useState } from "react";
import { ValueList } from "@/components/inputs/value-list";
import { LaterMarkdown } from "@/components/markdown/later-markdown";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { errorMessage } from "@/components/ui/error-message";
import { Field, FieldError } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { asksPerson, type InterruptAnswer, type InterruptPayload } from "@/workflows/events/event";
import { AnsweredNotice } from "./answered-notice";
import { ItemPlaces } from "./item-places";
import { useAnswerForm } from "./use-answer-form";
import { ValueField } from "./value-field";
import { WaitingFor } from "./waiting-for";

export interface ApprovalCardProps {
  payload: InterruptPayload;
  /** Sends the answer; what it throws is shown and nothing typed is lost. */
  onAnswer: (answer: InterruptAnswer) => Promise<unknown>;
  /** Set once somebody has answered. */
  answered?: { answer: InterruptAnswer; by?: string | null; at?: string | null } | undefined;
  /** The run ended without an answer. */
  withdrawn?: boolean;
  mayAnswer: boolean;
  /** When the pause came. */
  since?: string | undefined;
  /** Agent, node, time: whatever the place shows above the question. */
  header?: ReactNode;
}

const variants = { primary: "primary", neutral: "secondary", danger: "danger" } as const;

/** The one place where a person answers a pause: in the inbox, the editor and the chat. */
export function ApprovalCard({
  payload,
  onAnswer,
  answered,
  withdrawn,
  mayAnswer,
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

  const send = async (choice: string) => {
    const answer = form.answerWith(choice);
    if (!answer) return setProblem("One of the values cannot be read. Correct it and answer again.");
    setProblem(undefined);
    setSending(choice);
    try {
      await onAnswer(answer);
    } catch (error) {
      setProblem(errorMessage(error));
    } finally {
      setSending(null);
    }
  };

  return (
    <article aria-label={asksPerson(payload) ? "Approval" : "Wait"} className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        {header}
        {open ? <Badge tone="waiting">Waiting</Badge> : null}
        {withdrawn && !answered ? <Badge>Withdrawn: the run ended</Badge> : null}
      </div>
      {payload.items ? <ItemPlaces items={payload.items} /> : null}
      {asksPerson(payload) ? (
        <LaterMarkdown>{payload.message}</LaterMarkdown>
      ) : (
        <WaitingFor payload={payload} since={since} />
      )}
      {Object.keys(values).length > 0 ? <ValueList values={values} className="border-l-2 pl-3" /> : null}
      {answered ? <AnsweredNotice payload={payload} {...answered} /> : null}
      {open && !mayAnswer && asksPerson(payload) && payload.answers.length > 0 ? (
        <p className="text-muted-foreground text-sm">
          This is waiting for a person who may answer approvals.
        </p>
      ) : null}
      {open && mayAnswer ? (
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
                onClick={() => void send(choice.id)}
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
