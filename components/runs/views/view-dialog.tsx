"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm } from "react-hook-form";
import { z } from "zod";
import { submitForm } from "@/components/data/submit-form";
import { ChoiceRow } from "@/components/ui/choice-row";
import { DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormDialog, FormDialogFooter } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Switch } from "@/components/ui/switch";
import { viewName } from "@/lib/api/contract/run-lists";

const schema = z.object({ name: viewName, shared: z.boolean() });
type Values = z.infer<typeof schema>;

interface ViewDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What stands there first. */
  values: Values;
  /** Names of one's views that saving would replace. */
  taken: readonly string[];
  onSave: (values: Values) => Promise<unknown>;
}

/** The name of a saved view, and whether everybody sees it. */
export function ViewDialog({ open, onOpenChange, title, values, taken, onSave }: ViewDialogProps) {
  const form = useForm({ resolver: zodResolver(schema), values });
  const { errors, isSubmitting, isDirty } = form.formState;
  const replaces = taken.includes(form.watch("name").trim());
  const submit = submitForm(form, async (body) => {
    await onSave(body);
    form.reset();
    onOpenChange(false);
  });
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      dirty={isDirty}
      onDiscard={() => form.reset()}
      title={title}
    >
      <form onSubmit={submit} noValidate className="contents">
        <DialogBody>
          {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
          <Field
            label="Name"
            error={errors.name?.message}
            help={
              replaces
                ? "You have a view of this name: it is replaced."
                : "Filters, order and columns are kept under it."
            }
          >
            <Input autoComplete="off" placeholder="Failed this week" {...form.register("name")} />
          </Field>
          <Controller
            control={form.control}
            name="shared"
            render={({ field: { value, onChange, ...field } }) => (
              <ChoiceRow label="Share with the workspace" help="Everybody sees it; only you can change it.">
                <Switch {...field} checked={value} onCheckedChange={onChange} />
              </ChoiceRow>
            )}
          />
        </DialogBody>
        <FormDialogFooter action="Save" busy={isSubmitting} />
      </form>
    </FormDialog>
  );
}
