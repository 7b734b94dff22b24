"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { clientAnswers, type GivenAnswer, type InterruptPayload } from "@/workflows/events/interrupt";
import { readResult } from "./client-result";

interface ClientCallProps {
  payload: InterruptPayload;
  /** Answer that is on its way. */
  sending: string | null;
  problem: string | undefined;
  onSend: (answer: GivenAnswer) => void;
}

/** Gives the result of a call by hand, in place of the program that would do it. */
export function ClientCall({ payload, sending, problem, onSend }: ClientCallProps) {
  const [text, setText] = useState("");
  const [reason, setReason] = useState<string>();
  const read = readResult(payload, text);
  const error = text.trim() !== "" && "error" in read ? read.error : undefined;
  if (reason !== undefined) {
    const said = reason.trim();
    return (
      <div className="grid gap-3">
        <Field label="What went wrong" optional help="The model reads it, and may try something else.">
          <Input
            autoFocus
            value={reason}
            disabled={sending !== null}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button
            variant="danger"
            busy={sending !== null}
            onClick={() => onSend({ answer: clientAnswers.error, ...(said && { text: said }) })}
          >
            Send the error
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
      <Field
        label="Result"
        help="As JSON; anything else is a text. A program sends it by the API."
        error={error}
      >
        <Textarea
          rows={3}
          spellCheck={false}
          className="font-mono text-xs"
          value={text}
          disabled={sending !== null}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          busy={sending !== null}
          disabled={"error" in read}
          onClick={() => {
            if ("result" in read) onSend({ answer: clientAnswers.result, result: read.result });
          }}
        >
          Send the result
        </Button>
        <Button variant="secondary" disabled={sending !== null} onClick={() => setReason("")}>
          It failed…
        </Button>
      </div>
      <FieldError message={problem} />
    </div>
  );
}
