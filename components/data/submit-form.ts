"use client";

import type { BaseSyntheticEvent } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { showProblem } from "./show-problem";

/** The `onSubmit` of a form: sends what is valid, and shows a refusal where it belongs. */
export function submitForm<Values extends FieldValues, Context, Output>(
  form: UseFormReturn<Values, Context, Output>,
  send: (values: Output) => Promise<unknown>,
): (event: BaseSyntheticEvent) => void {
  const submit = form.handleSubmit(async (values) => {
    try {
      await send(values);
    } catch (error) {
      showProblem(form, error);
    }
  });
  return (event) => void submit(event);
}
