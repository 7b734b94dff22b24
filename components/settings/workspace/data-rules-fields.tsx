"use client";

import { type Control, Controller, type FieldErrors } from "react-hook-form";
import type { z } from "zod";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { dataClasses } from "@/workflows/catalogue/data-class";
import { type DataRulesForm, type dataRulesFormSchema, notSaid } from "./data-rules-schema";

interface DataRulesFieldsProps {
  control: Control<DataRulesForm, unknown, z.output<typeof dataRulesFormSchema>>;
  errors: FieldErrors<DataRulesForm>;
  /** What holds where nothing is said. */
  otherwise: string;
}

/** Of which class data is, and where models that see it have to run. */
export function DataRulesFields({ control, errors, otherwise }: DataRulesFieldsProps) {
  return (
    <>
      <Controller
        control={control}
        name="dataClass"
        render={({ field }) => (
          <Field
            label="Class of the data"
            help="A model is asked where the catalogue clears it for this class."
            error={errors.dataClass?.message}
            className="max-w-md"
          >
            <Select
              className="w-full"
              value={field.value}
              onValueChange={field.onChange}
              options={[
                { value: notSaid, label: otherwise },
                ...dataClasses.map((value) => ({
                  value,
                  label: value.charAt(0).toUpperCase() + value.slice(1),
                })),
              ]}
            />
          </Field>
        )}
      />
      <Controller
        control={control}
        name="regions"
        render={({ field }) => (
          <Field
            label="Regions"
            optional
            help="Where a model has to run, such as eu, ch: in one of them."
            error={regionsError(errors)}
            className="max-w-md"
          >
            <Input
              autoComplete="off"
              spellCheck={false}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
            />
          </Field>
        )}
      />
    </>
  );
}

/** The list is typed as one text, so what is wrong with an entry stands at the text. */
function regionsError({ regions }: FieldErrors<DataRulesForm>): string | undefined {
  if (!regions) return undefined;
  if (regions.message) return regions.message;
  return Array.isArray(regions) ? regions.find((each) => each?.message)?.message : undefined;
}
