"use client";

import type { FieldValues, Path, UseFormReturn } from "react-hook-form";
import { z } from "zod";
import { errorMessage } from "@/components/ui/error-message";
import type { Problem } from "@/lib/api/contract/problem";
import { isProblem } from "./problem";

/**
 * Shows a refusal where it belongs: under the field it names, else above the form as `errors.root`.
 * Use as the catch of a submit.
 */
export function showProblem<Values extends FieldValues, Context, Output>(
  form: UseFormReturn<Values, Context, Output>,
  error: unknown,
): void {
  const values = form.getValues();
  const refused = isProblem(error) ? refusedFields(error.problem) : [];
  const shown = refused.flatMap(({ field, message }) => {
    const name = fieldOf(values, field);
    return name ? [{ name, message }] : [];
  });
  for (const [index, { name, message }] of shown.entries()) {
    form.setError(name, { type: "server", message }, { shouldFocus: index === 0 });
  }
  if (shown.length > 0 && shown.length === refused.length) return;
  form.setError(
    "root",
    { type: "server", message: errorMessage(error) },
    { shouldFocus: shown.length === 0 },
  );
}

const fieldsSchema = z.object({ fields: z.array(z.object({ field: z.string(), message: z.string() })) });

/** The validation names every field, with words that need not repeat its name; other refusals name one. */
function refusedFields(problem: Problem): { field: string; message: string }[] {
  const named = fieldsSchema.safeParse(problem.data);
  if (named.success) return named.data.fields;
  if (problem.field === undefined) return [];
  const { field, detail, hint } = problem;
  return [{ field, message: hint ? `${detail} ${hint}` : detail }];
}

/** The form's field for one of the contract, whose forms are flat where the contract is nested: `price.input`. */
function fieldOf<Values extends FieldValues>(values: Values, field: string) {
  const known = isInside(values, field)
    ? field
    : Object.keys(values).find((each) => field === each || field.endsWith(`.${each}`));
  // react-hook-form knows fields by their paths; a key of the values is one.
  return known as Path<Values> | undefined;
}

/** Whether the form is nested itself, down to a field of this path: `settings.region`. */
function isInside(values: unknown, path: string): boolean {
  const [first = "", ...rest] = path.split(".");
  if (typeof values !== "object" || values === null || !(first in values)) return false;
  return (
    rest.length === 0 ||
    isInside(Object.entries(values).find(([name]) => name === first)?.[1], rest.join("."))
  );
}
