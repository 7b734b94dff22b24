"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm } from "react-hook-form";
import { submitForm } from "@/components/data/submit-form";
import { DialogBody } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormDialog, FormDialogFooter } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { PromptCase } from "@/workflows/prompts/case";
import { ValueFields } from "../value-fields";
import { caseFormSchema, caseOf, formOf } from "./case-form";

interface CaseDialogProps {
  /** The case that is changed; without it a new one is made. */
  given: PromptCase | undefined;
  variables: readonly string[];
  onSave: (made: PromptCase) => Promise<unknown>;
  onClose: () => void;
}

/** Values of the variables, and what an answer to them must hold. */
export function CaseDialog({ given, variables, onSave, onClose }: CaseDialogProps) {
  const form = useForm({ resolver: zodResolver(caseFormSchema), defaultValues: formOf(given) });
  const { errors, isSubmitting, isDirty, isSubmitSuccessful } = form.formState;
  const submit = submitForm(form, async (values) => {
    await onSave(caseOf(values, variables));
    onClose();
  });
  const kind = form.watch("kind");
  return (
    <FormDialog
      open
      onOpenChange={onClose}
      dirty={isDirty && !isSubmitSuccessful}
      onDiscard={() => form.reset()}
      title={given ? `Test case “${given.name}”` : "Add a test case"}
    >
      <form onSubmit={submit} noValidate className="contents">
        <DialogBody>
          {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
          <Field label="Name" error={errors.name?.message}>
            <Input autoComplete="off" placeholder="An angry customer" {...form.register("name")} />
          </Field>
          <ValueFields
            variables={variables}
            typed={form.watch("typed")}
            onChange={(name, text) =>
              form.setValue("typed", { ...form.getValues("typed"), [name]: text }, { shouldDirty: true })
            }
          />
          <Controller
            control={form.control}
            name="kind"
            render={({ field }) => (
              <Field label="The answer">
                <Select
                  className="w-full"
                  options={kinds}
                  value={field.value}
                  onValueChange={field.onChange}
                />
              </Field>
            )}
          />
          <Field label={labels[kind]} help={helps[kind]} error={errors.wanted?.message}>
            <Textarea
              rows={kind === "json" ? 4 : 1}
              spellCheck={kind === "contains"}
              className={kind === "contains" ? undefined : "font-mono text-xs"}
              {...form.register("wanted")}
            />
          </Field>
        </DialogBody>
        <FormDialogFooter action="Save" busy={isSubmitting} />
      </form>
    </FormDialog>
  );
}

const kinds = [
  { value: "contains", label: "has these words in it" },
  { value: "matches", label: "matches a regular expression" },
  { value: "json", label: "is JSON with these values" },
] as const;
const labels = { contains: "Words", matches: "Regular expression", json: "Values" };
const helps = {
  contains: "In capitals or not.",
  matches: "Anywhere in the answer. Without looking ahead or behind.",
  json: "The answer may hold more; lists have to be the same.",
};
