"use client";

import { useForm } from "react-hook-form";
import { submitForm } from "@/components/data/submit-form";
import { DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormDialog, FormDialogFooter } from "@/components/ui/form-dialog";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";

interface PasteDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPaste: (document: string) => Promise<unknown>;
}

/** A newer description of a source whose description was pasted. */
export function PasteDialog({ open, onOpenChange, onPaste }: PasteDialogProps) {
  const form = useForm({ defaultValues: { document: "" } });
  const { errors, isSubmitting, isDirty } = form.formState;
  const submit = submitForm(form, async ({ document }) => {
    await onPaste(document);
    form.reset();
    onOpenChange(false);
  });
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      dirty={isDirty}
      onDiscard={() => form.reset()}
      title="Check for changes"
      description="Paste the description as it is now. What has changed waits for approval."
    >
      <form onSubmit={submit} noValidate className="contents">
        <DialogBody>
          {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
          <Field label="Description" error={errors.document?.message}>
            <Textarea
              rows={10}
              spellCheck={false}
              className="font-mono text-xs"
              {...form.register("document", { required: "Paste the description" })}
            />
          </Field>
        </DialogBody>
        <FormDialogFooter action="Check" busy={isSubmitting} />
      </form>
    </FormDialog>
  );
}
