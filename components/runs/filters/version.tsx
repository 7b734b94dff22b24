"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { FilterControlProps, RunFilter } from "./run-filter";

function Control({ values, wrong, set }: FilterControlProps) {
  return (
    <Field label="Published version" error={wrong.version}>
      <Input
        inputMode="numeric"
        autoComplete="off"
        placeholder="Any, such as 3"
        value={values.version ?? ""}
        onChange={({ target }) => set({ version: target.value.replace(/^v/i, "") || null })}
      />
    </Field>
  );
}

export const versionFilter: RunFilter = {
  keys: ["version"],
  label: "Version",
  Control,
  Words: ({ values }) => `v${values.version}`,
};
