"use client";

import { useState } from "react";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select, type SelectOption } from "@/components/ui/select";
import { settingsSchema } from "@/workflows/graph/document";
import type { AnswerScope, KeptAnswers } from "@/workflows/graph/kept-answers";
import { ModelPicker } from "../controls/model-picker";

type Match = "off" | KeptAnswers["match"];

const matches = [
  { value: "off", label: "Off", description: "Models are asked each time" },
  {
    value: "exact",
    label: "For the same question",
    description: "Model, settings, tools and messages are the same",
  },
  { value: "semantic", label: "For the same meaning", description: "The last message may be put otherwise" },
] as const satisfies readonly SelectOption<Match>[];

const scopes = [
  { value: "agent", label: "All who use this agent" },
  { value: "user", label: "The same person" },
  { value: "workspace", label: "All agents of the workspace that say so" },
] as const satisfies readonly SelectOption<AnswerScope>[];

const scopeHelp: Record<AnswerScope, string> = {
  agent: "An answer made for one person may be given to another.",
  user: "Nothing is kept where no person is known, as in calls by an API key.",
  workspace: "An answer made for one agent and person may be given to others.",
};

/** Whether answers of models are kept and given again, and to whom. */
export function KeptAnswersSettings({ disabled }: { disabled: boolean }) {
  const store = useEditorStore();
  const settings = useEditor((state) => state.document.settings);
  const { answers } = settings;
  // Without its model the comparison cannot be stored yet.
  const [choosing, setChoosing] = useState(false);
  const set = (next: Partial<KeptAnswers> | undefined) => {
    const given = next && { match: "exact", ...answers, ...next };
    const read = settingsSchema.safeParse({ ...settings, answers: given });
    if (read.success) store.getState().change({ op: "settings.update", settings: read.data });
    setChoosing(!read.success && next?.match === "semantic");
  };
  const match: Match = choosing ? "semantic" : (answers?.match ?? "off");
  return (
    <>
      <Field
        label="Keep answers of models"
        help="A kept answer comes at once and costs nothing. The trace says so. Calls of tools and answers that broke off are never kept."
      >
        <Select
          options={matches}
          value={match}
          disabled={disabled}
          onValueChange={(value) => set(value === "off" ? undefined : { match: value })}
        />
      </Field>
      {match === "semantic" ? (
        <Field
          label="Embedding model"
          help="It compares last messages; each comparison is a call of it. The offline model counts words and knows no meaning."
          error={choosing ? "Choose one; until then nothing changes." : undefined}
        >
          <ModelPicker
            value={answers?.embedding}
            disabled={disabled}
            onChange={(embedding) => set({ match: "semantic", embedding })}
          />
        </Field>
      ) : null}
      {answers && match === "semantic" && !choosing ? (
        <Field
          label="Least likeness"
          help="From 0.5 to 1. The lower, the more questions are taken for the same, wrongly among them."
        >
          <Input
            type="number"
            min={0.5}
            max={1}
            step={0.01}
            disabled={disabled}
            value={answers.likeness}
            onChange={(event) => set({ likeness: event.target.valueAsNumber })}
          />
        </Field>
      ) : null}
      {answers ? (
        <>
          <Field label="Given again to" help={scopeHelp[answers.scope]}>
            <Select
              options={scopes}
              value={answers.scope}
              disabled={disabled}
              onValueChange={(scope) => set({ scope })}
            />
          </Field>
          <Field label="Given again for (minutes)" help="1 minute to 30 days (43,200).">
            <Input
              type="number"
              min={1}
              max={43_200}
              step={1}
              disabled={disabled}
              value={Math.round(answers.seconds / 60)}
              onChange={(event) => set({ seconds: event.target.valueAsNumber * 60 })}
            />
          </Field>
        </>
      ) : null}
    </>
  );
}
