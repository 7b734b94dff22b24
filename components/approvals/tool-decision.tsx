"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { type GivenAnswer, type ToolApproval, toolAnswers } from "@/workflows/events/interrupt";
import { argumentFields, readArguments } from "./tool-arguments";
import { ValueField } from "./value-field";

interface ToolDecisionProps {
  tool: ToolApproval;
  /** Answer that is on its way. */
  sending: string | null;
  problem: string | undefined;
  onSend: (answer: GivenAnswer) => void;
}

/** Lets a tool's call through, with other arguments where needed, or rejects it with a reason for the model. */
export function ToolDecision({ tool, sending, problem, onSend }: ToolDecisionProps) {
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [reason, setReason] = useState<string>();
  const fields = argumentFields(tool);
  const read = readArguments(tool, typed);
  const errors = "errors" in read ? read.errors : {};
  const changed = "args" in read && JSON.stringify(read.args) !== JSON.stringify(tool.args);

  const approve = () => {
    if ("args" in read) onSend({ answer: toolAnswers.approve, ...(changed && { args: read.args }) });
  };
  const reject = () => {
    const text = reason?.trim();
    onSend({ answer: toolAnswers.reject, ...(text && { text }) });
  };

  if (reason !== undefined) {
    return (
      <div className="grid gap-3">
        <Field label="Reason" optional help="The model reads it, and may try something else.">
          <Textarea
            autoFocus
            rows={2}
            value={reason}
            disabled={sending !== null}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button variant="danger" busy={sending !== null} onClick={reject}>
            Reject
          </Button>
          <Button variant="ghost" disabled={sending !== null} onClick={() => setReason(undefined)}>
            Back
          </Button>
        </div>
        <FieldError message={problem} />
      </div>
    );
  }
  return (
    <div className="grid gap-3">
      {fields.length === 0 ? <p className="text-muted-foreground text-sm">It takes no arguments.</p> : null}
      {fields.map(({ name, kind, text, help }) => (
        <ValueField
          key={name}
          name={name}
          kind={kind}
          text={typed[name] ?? text}
          help={help}
          error={errors[name]}
          disabled={sending !== null}
          onChange={(next) => setTyped((current) => ({ ...current, [name]: next }))}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          busy={sending !== null}
          disabled={Object.keys(errors).length > 0}
          onClick={approve}
        >
          {changed ? "Approve with changes" : "Approve"}
        </Button>
        <Button variant="secondary" disabled={sending !== null} onClick={() => setReason("")}>
          Reject…
        </Button>
      </div>
      <FieldError message={errors[""] ?? problem} />
    </div>
  );
}
