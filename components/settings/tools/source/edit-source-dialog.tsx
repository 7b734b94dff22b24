"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormDialog, FormDialogFooter } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { getConfigured } from "@/lib/api/contract/agents";
import { getSource, listSources, updateSource } from "@/lib/api/contract/tools";
import { SourceFields } from "../import/source-fields";
import { formOf, settingsOf, sourceFormSchema } from "../import/source-form-schema";
import type { Source } from "../items";

interface EditSourceDialogProps {
  source: Source;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function EditSourceDialog({ source, open, onOpenChange }: EditSourceDialogProps) {
  const update = useCall(updateSource, { refresh: [getSource, listSources, getConfigured] });
  const [name, setName] = useState(source.name);
  const form = useForm({
    resolver: zodResolver(sourceFormSchema),
    values: formOf(source.kind, source),
  });
  const { errors, isSubmitting, isDirty } = form.formState;
  const discard = () => {
    form.reset();
    setName(source.name);
  };
  const submit = submitForm(form, async (values) => {
    const { kind: _, ...settings } = settingsOf(values);
    await update.mutateAsync({ params: { id: source.id }, body: { ...settings, name } });
    onOpenChange(false);
  });
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      dirty={isDirty || name !== source.name}
      onDiscard={discard}
      title={`Edit ${source.name}`}
      size="md"
    >
      <form onSubmit={submit} noValidate autoComplete="off" className="contents">
        <DialogBody>
          {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
          <Field label="Name" error={name.trim() ? undefined : "Enter a name"}>
            <Input value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" />
          </Field>
          <SourceFields
            control={form.control}
            register={form.register}
            setValue={form.setValue}
            errors={errors}
            stored
          />
        </DialogBody>
        <FormDialogFooter action="Save" busy={isSubmitting} disabled={!name.trim()} />
      </form>
    </FormDialog>
  );
}
