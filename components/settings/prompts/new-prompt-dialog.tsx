"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormDialog, FormDialogFooter } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { getConfigured } from "@/lib/api/contract/agents";
import { createPrompt, listPrompts } from "@/lib/api/contract/prompts";
import { FoundVariables } from "./found-variables";

export function NewPromptDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const create = useCall(createPrompt, { refresh: [listPrompts, getConfigured] });
  const form = useForm({
    resolver: zodResolver(createPrompt.body),
    defaultValues: { name: "", description: "", text: "", note: "" },
  });
  const { errors, isSubmitting, isDirty, isSubmitSuccessful } = form.formState;
  const submit = submitForm(form, async (body) => {
    const { id } = await create.mutateAsync({ body });
    router.push(`/settings/prompts/${id}`);
  });
  return (
    <FormDialog
      open
      onOpenChange={onClose}
      dirty={isDirty && !isSubmitSuccessful}
      onDiscard={() => form.reset()}
      title="New prompt"
      size="lg"
    >
      <form onSubmit={submit} noValidate className="contents">
        <DialogBody>
          {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
          <Field label="Name" error={errors.name?.message}>
            <Input autoComplete="off" placeholder="Answer a complaint" {...form.register("name")} />
          </Field>
          <Field label="What it is for" optional error={errors.description?.message}>
            <Input autoComplete="off" {...form.register("description")} />
          </Field>
          <Field
            label="Text"
            help="Put what differs between two brackets: {{ customer }}. Agents say what each name stands for."
            error={errors.text?.message}
          >
            <Textarea
              rows={6}
              placeholder="Write a kind answer to {{ customer }}, who says: {{ message }}"
              {...form.register("text")}
            />
          </Field>
          <FoundVariables text={form.watch("text")} />
        </DialogBody>
        <FormDialogFooter action="Save" busy={isSubmitting} />
      </form>
    </FormDialog>
  );
}
