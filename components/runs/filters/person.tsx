"use client";

import { useEndpoint } from "@/components/data/use-endpoint";
import { useMe } from "@/components/data/use-me";
import { Combobox } from "@/components/inspector/controls/combobox";
import { Field } from "@/components/ui/field";
import { listMembers } from "@/lib/api/contract/workspace";
import type { FilterValues } from "./address";
import type { FilterControlProps, RunFilter } from "./run-filter";
import { Unset } from "./unset";

function Control({ values, wrong, set }: FilterControlProps) {
  const { user } = useMe();
  const members = useEndpoint(listMembers, {});
  return (
    <Field
      label="Started by"
      error={wrong.person}
      aside={
        <Unset label="Anybody" shown={values.person !== undefined} onUnset={() => set({ person: null })} />
      }
    >
      <Combobox
        options={(members.data?.items ?? []).map(({ userId, name, email }) => ({
          value: userId,
          label: userId === user.id ? `${name} (you)` : name,
          detail: email,
        }))}
        value={values.person}
        onChange={(person) => set({ person })}
        placeholder="Anybody"
        searchLabel="Search members"
        empty="No such member."
      />
    </Field>
  );
}

function Words({ values }: { values: FilterValues }) {
  const members = useEndpoint(listMembers, {});
  return members.data?.items.find(({ userId }) => userId === values.person)?.name ?? values.person;
}

export const personFilter: RunFilter = { keys: ["person"], label: "Started by", Control, Words };
