"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect } from "react";
import { useController, useForm } from "react-hook-form";
import { emptyToUndefined } from "@/components/data/empty-to-undefined";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormDialogFooter } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { createInvitation, listInvitations } from "@/lib/api/contract/workspace";
import { roleOptions } from "./role-options";

interface InviteFormProps {
  onMade: (token: string) => void;
  onDirtyChange: (dirty: boolean) => void;
}

export function InviteForm({ onMade, onDirtyChange }: InviteFormProps) {
  const create = useCall(createInvitation, { refresh: [listInvitations] });
  const form = useForm({
    resolver: zodResolver(createInvitation.body),
    defaultValues: { email: undefined, role: "developer" },
  });
  const role = useController({ control: form.control, name: "role" }).field;
  const { errors, isSubmitting, isDirty } = form.formState;
  useEffect(() => onDirtyChange(isDirty), [isDirty, onDirtyChange]);

  const submit = submitForm(form, async (body) => {
    const { token } = await create.mutateAsync({ body });
    onDirtyChange(false);
    onMade(token);
  });

  return (
    <form onSubmit={submit} noValidate className="contents">
      <DialogBody>
        {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
        <Field
          label="E-mail"
          optional
          help="Then only this address can use the link."
          error={errors.email?.message}
        >
          <Input
            type="email"
            autoComplete="off"
            {...form.register("email", { setValueAs: emptyToUndefined })}
          />
        </Field>
        <Field label="Role" error={errors.role?.message}>
          <Select options={roleOptions} value={role.value} onValueChange={role.onChange} />
        </Field>
      </DialogBody>
      <FormDialogFooter action="Make link" busy={isSubmitting} />
    </form>
  );
}
