"use client";

import { Combobox } from "@/components/inspector/controls/combobox";
import { Field } from "@/components/ui/field";
import { readableName } from "@/components/ui/format/readable-name";
import { errorCodes } from "@/workflows/errors/codes";
import type { FilterControlProps, RunFilter } from "./run-filter";
import { Unset } from "./unset";

const options = errorCodes
  .map((code) => ({ value: code, label: readableName(code), detail: code }))
  .toSorted((a, b) => a.label.localeCompare(b.label));

function Control({ values, wrong, set }: FilterControlProps) {
  return (
    <Field
      label="Ended with the problem"
      error={wrong.problem}
      aside={
        <Unset
          label="Any or none"
          shown={values.problem !== undefined}
          onUnset={() => set({ problem: null })}
        />
      }
    >
      <Combobox
        options={options}
        value={values.problem}
        onChange={(problem) => set({ problem })}
        create={{
          label: (code) => `The graph's own code “${code}”`,
          allowed: (code) => code.length <= 64,
          refusal: "A code has up to 64 letters",
          onCreate: (problem) => set({ problem }),
        }}
        placeholder="Any or none"
        searchLabel="Search problems, or type a code"
        empty="No such problem."
      />
    </Field>
  );
}

export const problemFilter: RunFilter = {
  keys: ["problem"],
  label: "Problem",
  Control,
  Words: ({ values }) => readableName(values.problem ?? ""),
};
