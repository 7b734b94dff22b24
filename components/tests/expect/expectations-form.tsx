"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Plus } from "lucide-react";
import { useFieldArray, useForm } from "react-hook-form";
import { submitForm } from "@/components/data/submit-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useUnsavedGuard } from "@/components/ui/use-unsaved-guard";
import type { Expectation } from "@/workflows/testcases/test-case";
import { emptyItem, expectationsFormSchema, expectationsOf, formOf } from "./expectation-form";
import { ExpectationRow } from "./expectation-row";
import { useToldDirty } from "./use-told-dirty";

interface ExpectationsFormProps {
  expect: readonly Expectation[];
  readOnly: boolean;
  onDirty: (dirty: boolean) => void;
  onSave: (expect: Expectation[]) => Promise<unknown>;
}

/** What a test expects, to be changed field by field. */
export function ExpectationsForm({ expect, readOnly, onDirty, onSave }: ExpectationsFormProps) {
  const form = useForm({ resolver: zodResolver(expectationsFormSchema), defaultValues: formOf(expect) });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "items" });
  const { errors, isDirty, isSubmitting } = form.formState;
  const guard = useUnsavedGuard(isDirty);
  useToldDirty(isDirty, onDirty);
  const submit = submitForm(form, (values) => onSave(expectationsOf(values)));
  return (
    <form onSubmit={submit} noValidate className="grid gap-3">
      {guard}
      {errors.root ? <Notice tone="failed">{errors.root.message}</Notice> : null}
      {fields.length === 0 ? (
        <p className="text-muted-foreground text-sm">Nothing but that the run ends well.</p>
      ) : null}
      {fields.map((field, at) => (
        <ExpectationRow key={field.id} form={form} at={at} readOnly={readOnly} onRemove={() => remove(at)} />
      ))}
      {readOnly ? null : (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" disabled={fields.length >= 50} onClick={() => append(emptyItem("contains"))}>
            <Plus aria-hidden />
            Add an expectation
          </Button>
          {isDirty ? (
            <>
              <Button size="sm" variant="primary" type="submit" busy={isSubmitting}>
                Save
              </Button>
              <Button size="sm" onClick={() => form.reset()}>
                Discard changes
              </Button>
            </>
          ) : null}
        </div>
      )}
    </form>
  );
}
