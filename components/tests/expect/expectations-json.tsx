"use client";

import { useState } from "react";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { errorMessage } from "@/components/ui/error-message";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { useUnsavedGuard } from "@/components/ui/use-unsaved-guard";
import { type Expectation, expectationsSchema } from "@/workflows/testcases/test-case";
import { useToldDirty } from "./use-told-dirty";

interface ExpectationsJsonProps {
  expect: readonly Expectation[];
  readOnly: boolean;
  onDirty: (dirty: boolean) => void;
  onSave: (expect: Expectation[]) => Promise<unknown>;
}

/** The same as the form, as JSON to copy and paste. */
export function ExpectationsJson({ expect, readOnly, onDirty, onSave }: ExpectationsJsonProps) {
  const stored = JSON.stringify(expect, null, 2);
  const [text, setText] = useState(stored);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const dirty = text !== stored;
  const guard = useUnsavedGuard(dirty);
  useToldDirty(dirty, onDirty);
  const submit = async () => {
    const read = readExpectations(text);
    setProblem(typeof read === "string" ? read : undefined);
    if (typeof read === "string") return;
    setBusy(true);
    await onSave(read).catch((error: unknown) => setProblem(errorMessage(error)));
    setBusy(false);
  };
  return (
    <div className="grid gap-3">
      {guard}
      <Field
        label="Expectations as JSON"
        help="A list of equals (value), contains (text), matches (pattern), has (value), within (min, max), path (nodes, only) and cost (atMostMicros). All but the last two take at, a place in the output, and not."
        error={problem}
      >
        <Textarea
          rows={10}
          value={text}
          readOnly={readOnly}
          onChange={({ target }) => setText(target.value)}
          spellCheck={false}
          className="max-h-96 font-mono text-xs"
        />
      </Field>
      {dirty ? (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" variant="primary" busy={busy} onClick={() => void submit()}>
            Save
          </Button>
          <Button size="sm" onClick={() => setText(stored)}>
            Discard changes
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** The expectations, or what is wrong with their text. */
function readExpectations(text: string): Expectation[] | string {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return "This is not JSON. Check brackets, commas and quotation marks.";
  }
  const read = expectationsSchema.safeParse(given);
  return read.success ? read.data : z.prettifyError(read.error);
}
