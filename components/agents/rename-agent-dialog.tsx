"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormDialog, FormDialogFooter } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { type AgentSummary, agentName, listAgents, updateAgent } from "@/lib/api/contract/agents";

const schema = z.object({ name: agentName, description: z.string().max(2_000) });

interface RenameAgentDialogProps {
  agent: AgentSummary;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function RenameAgentDialog({ agent, open, onOpenChange }: RenameAgentDialogProps) {
  const update = useCall(updateAgent, { refresh: [listAgents] });
  const form = useForm({
    resolver: zodResolver(schema),
    values: { name: agent.name, description: agent.description },
  });
  const { errors, isSubmitting, isDirty } = form.formState;

  const submit = submitForm(form, async (body) => {
    await update.mutateAsync({ params: { id: agent.id }, body });
    onOpenChange(false);
  });

  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      dirty={isDirty}
      onDiscard={() => form.reset()}
      title={`Rename “${agent.name}”`}
    >
      <form onSubmit={submit} noValidate className="contents">
        <DialogBody>
          {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
          <Field label="Name" error={errors.name?.message}>
            <Input autoComplete="off" {...form.register("name")} />
          </Field>
          <Field
            label="Description"
            optional
            help="Shown in this list and on the published page."
            error={errors.description?.message}
          >
            <Textarea {...form.register("description")} />
          </Field>
        </DialogBody>
        <FormDialogFooter action="Save" busy={isSubmitting} />
      </form>
    </FormDialog>
  );
}
