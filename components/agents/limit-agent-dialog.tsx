"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { useEndpoint } from "@/components/data/use-endpoint";
import { limitOf, limitText, textOf } from "@/components/settings/workspace/limit-field";
import { DialogBody } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Field } from "@/components/ui/field";
import { FormDialog, FormDialogFooter } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { AgentSummary } from "@/lib/api/contract/agents";
import { getAgentRunLimits, setAgentRunLimits } from "@/lib/api/contract/run-limits";

const schema = z.object({ running: limitText(1, 100_000) });

interface LimitAgentDialogProps {
  agent: AgentSummary;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** How many runs of one agent may be in progress, e.g. because what it calls takes no more. */
export function LimitAgentDialog({ agent, open, onOpenChange }: LimitAgentDialogProps) {
  const params = { id: agent.id };
  const limits = useEndpoint(getAgentRunLimits, { params }, { enabled: open });
  const update = useCall(setAgentRunLimits, { refresh: [getAgentRunLimits] });
  const form = useForm({
    resolver: zodResolver(schema),
    values: { running: textOf(limits.data?.running) },
  });
  const { errors, isSubmitting, isDirty } = form.formState;

  const submit = submitForm(form, async ({ running }) => {
    await update.mutateAsync({ params, body: { running: limitOf(running) } });
    toast.done("The limit was saved");
    onOpenChange(false);
  });

  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      dirty={isDirty}
      onDiscard={() => form.reset()}
      title={`Limit runs of “${agent.name}”`}
    >
      <form onSubmit={submit} noValidate className="contents">
        <DialogBody>
          {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
          {limits.isError ? (
            <ErrorState
              title="The limit could not be loaded"
              error={limits.error}
              onRetry={() => void limits.refetch()}
              retrying={limits.isFetching}
            />
          ) : (
            <Field
              label="In progress at once"
              help="At work, or next in the queue; others wait for their turn. Empty: only the workspace's limit counts."
              error={errors.running?.message}
            >
              <Input
                inputMode="numeric"
                autoComplete="off"
                readOnly={limits.isPending}
                {...form.register("running")}
              />
            </Field>
          )}
        </DialogBody>
        <FormDialogFooter action="Save" busy={isSubmitting} />
      </form>
    </FormDialog>
  );
}
