"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect } from "react";
import { useForm } from "react-hook-form";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormDialogFooter } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { createApiKey, listApiKeys } from "@/lib/api/contract/workspace";
import type { KeyScope } from "@/lib/auth/permissions";
import { ScopeChoice } from "./scope-choice";

const start: { name: string; scopes: KeyScope[] } = { name: "", scopes: ["run"] };

interface ApiKeyFormProps {
  onMade: (key: string) => void;
  onDirtyChange: (dirty: boolean) => void;
}

export function ApiKeyForm({ onMade, onDirtyChange }: ApiKeyFormProps) {
  const create = useCall(createApiKey, { refresh: [listApiKeys] });
  const form = useForm({ resolver: zodResolver(createApiKey.body), defaultValues: start });
  const { errors, isSubmitting, isDirty } = form.formState;
  useEffect(() => onDirtyChange(isDirty), [isDirty, onDirtyChange]);

  const submit = submitForm(form, async (body) => {
    const { key } = await create.mutateAsync({ body });
    onDirtyChange(false);
    onMade(key);
  });

  return (
    <form onSubmit={submit} noValidate className="contents">
      <DialogBody>
        {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
        <Field label="Name" help="Which program uses it, and where." error={errors.name?.message}>
          <Input autoComplete="off" placeholder="Web shop, production" {...form.register("name")} />
        </Field>
        <ScopeChoice control={form.control} error={errors.scopes?.message} />
      </DialogBody>
      <FormDialogFooter action="Create" busy={isSubmitting} />
    </form>
  );
}
