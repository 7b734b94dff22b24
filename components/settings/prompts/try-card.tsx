"use client";

import { Play } from "lucide-react";
import { useMemo, useState } from "react";
import { useCall } from "@/components/data/use-call";
import { useMe } from "@/components/data/use-me";
import { ModelControlPicker } from "@/components/inspector/controls/model";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { errorMessage } from "@/components/ui/error-message";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { tryPrompt } from "@/lib/api/contract/prompts";
import { renderTemplate } from "@/workflows/expressions/template";
import { variablesOf } from "@/workflows/prompts/variables";
import { AnswerView } from "./answer-view";
import { typedValues } from "./typed-values";
import { ValueFields } from "./value-fields";

interface TryCardProps {
  text: string;
  isSaved: boolean;
  model: string;
  onModel: (reference: string) => void;
}

/** Fills the variables by hand, shows the text, and asks a model. */
export function TryCard({ text, isSaved, model, onModel }: TryCardProps) {
  const mayAsk = useMe().can("run.create");
  const [typed, setTyped] = useState<Record<string, string>>({});
  const trial = useCall(tryPrompt);
  const variables = useMemo(() => variablesOf(text), [text]);
  const values = typedValues(variables, typed);
  const filled = filledText(text, values);
  return (
    <Card>
      <CardHeader
        title="Try it"
        description={
          isSaved
            ? "See the text with values in it, and what a model makes of it."
            : "With the text as it stands above, before it is saved."
        }
      />
      <CardBody>
        <ValueFields
          variables={variables}
          typed={typed}
          onChange={(name, value) => setTyped((before) => ({ ...before, [name]: value }))}
        />
        {"problem" in filled ? (
          <Notice tone="failed">{filled.problem}</Notice>
        ) : (
          <section aria-label="Filled text" className="grid min-w-0 gap-1.5">
            <div className="flex items-center justify-between gap-2">
              <h3 className="font-medium text-sm">Filled text</h3>
              <CopyButton value={filled.text} label="Copy the filled text" />
            </div>
            <p className="min-h-8 whitespace-pre-wrap break-words rounded-md border bg-canvas px-2.5 py-2 text-sm">
              {filled.text}
            </p>
          </section>
        )}
        {mayAsk ? (
          <div className="grid items-end gap-2 sm:grid-cols-[minmax(0,1fr)_auto]">
            <Field label="Model">
              <ModelControlPicker value={model} onChange={onModel} />
            </Field>
            <Button
              busy={trial.isPending}
              disabled={"problem" in filled || filled.text.trim() === ""}
              onClick={() => trial.mutate({ body: { text, values, model } })}
            >
              <Play aria-hidden />
              Ask the model
            </Button>
          </div>
        ) : null}
        {trial.error ? <Notice tone="failed">{errorMessage(trial.error)}</Notice> : null}
        {trial.data?.answer ? <AnswerView answer={trial.data.answer} /> : null}
      </CardBody>
    </Card>
  );
}

function filledText(text: string, values: Parameters<typeof renderTemplate>[1]) {
  try {
    return { text: renderTemplate(text, values) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
