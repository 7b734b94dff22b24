"use client";

import { useController, useForm } from "react-hook-form";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceRow } from "@/components/ui/choice-row";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { getConfigured } from "@/lib/api/contract/agents";
import { getCodeTool, listCodeTools } from "@/lib/api/contract/code-tools";
import { getSource, updateTool } from "@/lib/api/contract/tools";
import type { AnswerScope } from "@/workflows/graph/kept-answers";
import type { SourceTool } from "../items";
import { UsableFor } from "./usable-for";

const number = { setValueAs: (text: unknown) => (text === "" || text === null ? null : Number(text)) };

/** How a tool is called, and whether at all. */
export function ToolSettingsForm({ tool }: { tool: SourceTool }) {
  const update = useCall(updateTool, { refresh: [getSource, getCodeTool, listCodeTools, getConfigured] });
  const form = useForm({ values: { name: tool.name, ...tool.settings } });
  const enabled = useController({ control: form.control, name: "enabled" }).field;
  const asks = useController({ control: form.control, name: "asks" }).field;
  const cacheScope = useController({ control: form.control, name: "cacheScope" }).field;
  const usableFor = useController({ control: form.control, name: "usableFor" }).field;
  const { errors, isSubmitting, isDirty } = form.formState;
  const submit = submitForm(form, async ({ name, ...settings }) => {
    await update.mutateAsync({ params: { id: tool.id }, body: { name, settings } });
    toast.done(`${name} was saved`);
  });
  return (
    <form onSubmit={submit} noValidate aria-label={`Settings of ${tool.name}`} className="grid min-w-0 gap-3">
      <h3 className="font-medium text-sm">Settings</h3>
      {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
      <ChoiceRow side="left" label="Agents may use it">
        <Checkbox checked={enabled.value} onCheckedChange={(on) => enabled.onChange(on === true)} />
      </ChoiceRow>
      <ChoiceRow
        side="left"
        label="Ask a person before each call"
        help="The run pauses, and the call waits under Approvals."
      >
        <Checkbox checked={asks.value} onCheckedChange={(on) => asks.onChange(on === true)} />
      </ChoiceRow>
      <UsableFor
        value={usableFor.value}
        onChange={usableFor.onChange}
        error={errors.usableFor?.message}
        help="Else calls are refused in runs that are made for others, and the model is told."
      />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <Field label="Name" help="By which models call it." error={errors.name?.message}>
          <Input autoComplete="off" spellCheck={false} className="font-mono" {...form.register("name")} />
        </Field>
        <Field label="Time limit (ms)" error={errors.timeoutMs?.message}>
          <Input inputMode="numeric" {...form.register("timeoutMs", number)} />
        </Field>
        {tool.effect === "read" ? (
          <Field
            label="Keep answers (seconds)"
            help="The same arguments get the same answer meanwhile. 0: always ask."
            error={errors.cacheSeconds?.message}
          >
            <Input inputMode="numeric" {...form.register("cacheSeconds", number)} />
          </Field>
        ) : null}
        {tool.effect === "read" ? (
          <Field label="Kept answers are given to" help={scopeHelp[cacheScope.value]}>
            <Select
              className="w-full"
              options={scopes}
              value={cacheScope.value}
              onValueChange={cacheScope.onChange}
            />
          </Field>
        ) : null}
        <Field
          label="Calls a minute"
          optional
          help="At most, in each process. Empty: as many as come."
          error={errors.perMinute?.message}
        >
          <Input inputMode="numeric" {...form.register("perMinute", number)} />
        </Field>
      </div>
      <div className="flex justify-end">
        <Button type="submit" size="sm" busy={isSubmitting} disabled={!isDirty}>
          Save
        </Button>
      </div>
    </form>
  );
}

const scopes = [
  { value: "workspace", label: "All agents of the workspace" },
  { value: "agent", label: "All who use the same agent" },
  { value: "user", label: "The same person" },
] as const;

const scopeHelp: Record<AnswerScope, string> = {
  workspace: "Right where everybody may see the same.",
  agent: "An answer made for one person may be given to another.",
  user: "Nothing is kept where no person is known, as in calls by an API key.",
};
