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
import { getConfigured } from "@/lib/api/contract/agents";
import { getPrompt, listPrompts, promptName, updatePrompt } from "@/lib/api/contract/prompts";
import type { Prompt } from "./items";

const schema = z.object({ name: promptName, description: z.string().max(500) });

export function RenamePromptDialog({ prompt, onClose }: { prompt: Prompt; onClose: () => void }) {
  const { id, name, description } = prompt;
  const update = useCall(updatePrompt, { refresh: [getPrompt, listPrompts, getConfigured] });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { name, description } });
  const { errors, isSubmitting, isDirty, isSubmitSuccessful } = form.formState;
  const submit = submitForm(form, async (body) => {
    await update.mutateAsync({ params: { id }, body });
    onClose();
  });
  return (
    <FormDialog
      open
      onOpenChange={onClose}
      dirty={isDirty && !isSubmitSuccessful}
      onDiscard={() => form.reset()}
      title={`Rename “${name}”`}
      description="Agents that take it keep it: they know it by its id."
    >
      <form onSubmit={submit} noValidate className="contents">
        <DialogBody>
          {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
          <Field label="Name" error={errors.name?.message}>
            <Input autoComplete="off" {...form.register("name")} />
          </Field>
          <Field label="What it is for" optional error={errors.description?.message}>
            <Input autoComplete="off" {...form.register("description")} />
          </Field>
        </DialogBody>
        <FormDialogFooter action="Save" busy={isSubmitting} />
      </form>
    </FormDialog>
  );
}
