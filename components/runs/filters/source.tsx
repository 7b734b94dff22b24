"use client";

import { SourceSelect } from "@/components/filters/source-select";
import { Field } from "@/components/ui/field";
import { sources, sourceWords } from "../run-facts";
import type { FilterControlProps, RunFilter } from "./run-filter";

function Control({ values, wrong, set }: FilterControlProps) {
  return (
    <Field label="Started from" error={wrong.source}>
      <SourceSelect className="w-full" value={values.source} onChoose={(source) => set({ source })} />
    </Field>
  );
}

export const sourceFilter: RunFilter = {
  keys: ["source"],
  label: "Started from",
  Control,
  Words: ({ values }) => {
    const source = sources.find((known) => known === values.source);
    return source ? sourceWords[source] : values.source;
  },
};
