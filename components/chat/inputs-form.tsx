"use client";

import { Play, Square } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { InputFields } from "@/components/inputs/input-fields";
import { type InputField, inputValues } from "@/components/inputs/input-values";
import { Button } from "@/components/ui/button";
import type { JsonObject } from "@/workflows/graph/json";
import { useInputDraft } from "./use-input-draft";

interface InputsFormProps {
  inputs: readonly InputField[];
  /** Conversation the draft belongs to. */
  draftKey: string;
  /** A run is under way: it can be stopped, none can be started. */
  busy: boolean;
  /** How that run is doing. */
  progress: string;
  sending: boolean;
  /** The run was told to stop. */
  stopping: boolean;
  onRun: (input: JsonObject) => Promise<boolean>;
  onStop: () => void;
}

/** How an agent that takes no messages is called from its page. */
export function InputsForm(props: InputsFormProps) {
  const { inputs, draftKey, busy, progress, sending, stopping, onRun, onStop } = props;
  const [texts, setTexts] = useInputDraft(draftKey);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(problems).length === 0) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [problems]);
  const run = async () => {
    const read = inputValues(inputs, texts);
    setProblems(read.problems ?? {});
    if (read.input && (await onRun(read.input))) setTexts({});
  };
  if (busy) {
    return (
      <div className="flex items-center justify-between gap-3 rounded-lg border bg-card p-3 pl-4 text-sm">
        <p className="text-muted-foreground">{progress}</p>
        <Button onClick={onStop} busy={stopping}>
          <Square aria-hidden />
          Stop
        </Button>
      </div>
    );
  }
  return (
    <form
      ref={form}
      noValidate
      className="grid max-h-[50dvh] gap-3 overflow-y-auto rounded-lg border bg-card p-4 text-sm"
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <InputFields
        fields={inputs}
        texts={texts}
        problems={problems}
        onChange={(channel, text) => setTexts({ ...texts, [channel]: text })}
      />
      <Button type="submit" variant="primary" busy={sending} className="justify-self-end">
        <Play aria-hidden />
        Run
      </Button>
    </form>
  );
}
