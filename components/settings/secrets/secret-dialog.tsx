"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormDialog, FormDialogFooter } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { PasswordInput } from "@/components/ui/password-input";
import { toast } from "@/components/ui/toast";
import { getConfigured } from "@/lib/api/contract/agents";
import { listSecrets, putSecret } from "@/lib/api/contract/workspace";

interface SecretDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The secret whose value is replaced; without it a new one is added. */
  name?: string;
}

export function SecretDialog({ open, onOpenChange, name }: SecretDialogProps) {
  const put = useCall(putSecret, { refresh: [listSecrets, getConfigured] });
  const start = { name: name ?? "", value: "" };
  const form = useForm({ resolver: zodResolver(putSecret.body), defaultValues: start });
  const { errors, isSubmitting, isDirty } = form.formState;

  const submit = submitForm(form, async (body) => {
    await put.mutateAsync({ body });
    form.reset(start);
    onOpenChange(false);
    toast.done(`${body.name} was stored`);
  });

  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      dirty={isDirty}
      onDiscard={() => form.reset(start)}
      title={name ? `Replace the value of ${name}` : "Add a secret"}
    >
      <form onSubmit={submit} noValidate autoComplete="off" className="contents">
        <DialogBody>
          {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
          {name ? null : (
            <Field
              label="Name"
              help="Capital letters, digits and _. A name that exists already gets the new value."
              error={errors.name?.message}
            >
              <Input
                placeholder="CRM_TOKEN"
                className="font-mono"
                spellCheck={false}
                {...form.register("name", { setValueAs: toUpperCase })}
              />
            </Field>
          )}
          <Field label="Value" error={errors.value?.message}>
            <PasswordInput autoComplete="off" className="font-mono" {...form.register("value")} />
          </Field>
        </DialogBody>
        <FormDialogFooter action={name ? "Replace" : "Add"} busy={isSubmitting} />
      </form>
    </FormDialog>
  );
}

const toUpperCase = (name: unknown) => (typeof name === "string" ? name.trim().toUpperCase() : name);
