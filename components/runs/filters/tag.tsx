"use client";

import { useEndpoint } from "@/components/data/use-endpoint";
import { Combobox } from "@/components/inspector/controls/combobox";
import { Field } from "@/components/ui/field";
import { listTags } from "@/lib/api/contract/run-lists";
import type { FilterControlProps, RunFilter } from "./run-filter";
import { Unset } from "./unset";

function Control({ values, wrong, set }: FilterControlProps) {
  const tags = useEndpoint(listTags, {});
  return (
    <Field
      label="Tag"
      error={wrong.tag}
      aside={<Unset label="Any tag" shown={values.tag !== undefined} onUnset={() => set({ tag: null })} />}
    >
      <Combobox
        options={(tags.data?.items ?? []).map((tag) => ({ value: tag, label: tag }))}
        value={values.tag}
        onChange={(tag) => set({ tag })}
        placeholder="Any"
        searchLabel="Search tags"
        empty={tags.data?.items.length === 0 ? "No run carries a tag yet." : "No such tag."}
      />
    </Field>
  );
}

export const tagFilter: RunFilter = {
  keys: ["tag"],
  label: "Tag",
  Control,
  Words: ({ values }) => values.tag,
};
