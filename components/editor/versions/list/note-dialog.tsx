"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { submitForm } from "@/components/data/submit-form";
import { useCall } from "@/components/data/use-call";
import { DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormDialog, FormDialogFooter } from "@/components/ui/form-dialog";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { getVersion, listVersions, updateVersion } from "@/lib/api/contract/agents";
import { useAgent } from "../../agent-context";

interface NoteDialogProps {
  version: { number: number; note: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The note of a version may be written later, or anew. */
export function NoteDialog({ version: { number, note }, open, onOpenChange }: NoteDialogProps) {
  const { agent } = useAgent();
  const update = useCall(updateVersion, { refresh: [listVersions, getVersion] });
  const form = useForm({ resolver: zodResolver(updateVersion.body), values: { note } });
  const { errors, isSubmitting, isDirty } = form.formState;

  const submit = submitForm(form, async (body) => {
    await update.mutateAsync({ params: { id: agent.id, number }, body });
    onOpenChange(false);
  });

  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      dirty={isDirty}
      onDiscard={() => form.reset()}
      title={`Note of version ${number}`}
    >
      <form onSubmit={submit} noValidate className="contents">
        <DialogBody>
          {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
          <Field label="Note" optional help="What is different, for this list." error={errors.note?.message}>
            <Textarea rows={3} {...form.register("note")} />
          </Field>
        </DialogBody>
        <FormDialogFooter action="Save" busy={isSubmitting} />
      </form>
    </FormDialog>
  );
}
