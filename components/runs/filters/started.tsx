"use client";

import { AnySelect } from "@/components/filters/any-select";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { FilterValues } from "./address";
import { agoWords, isAgo } from "./ago";
import { fromLocal, toLocal } from "./local-time";
import type { FilterControlProps, RunFilter } from "./run-filter";

const presets = ["1h", "24h", "7d", "30d"];
const own = "own";

/** Stands above the list; exact moments are chosen in the panel. */
export function StartedSelect({ values, set }: Pick<FilterControlProps, "values" | "set">) {
  const { since, before } = values;
  const isPreset = since !== undefined && before === undefined && presets.includes(since);
  const isAny = since === undefined && before === undefined;
  return (
    <AnySelect
      aria-label="Started"
      any="Any time"
      value={isAny ? null : isPreset ? since : own}
      options={[
        ...presets.map((ago) => ({ value: ago, label: `Last ${agoWords(ago)}` })),
        ...(isAny || isPreset ? [] : [{ value: own, label: "Chosen times" }]),
      ]}
      onChoose={(chosen) => {
        if (chosen !== own) set({ since: chosen, before: null });
      }}
    />
  );
}

function Control({ values, wrong, set }: FilterControlProps) {
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">Started</legend>
      <div className="grid items-start gap-2">
        <Moment label="From" value={values.since} error={wrong.since} onChange={(since) => set({ since })} />
        <Moment
          label="Until"
          value={values.before}
          error={wrong.before}
          onChange={(before) => set({ before })}
        />
      </div>
    </fieldset>
  );
}

interface MomentProps {
  label: string;
  value: string | undefined;
  error: string | undefined;
  onChange: (value: string | null) => void;
}

function Moment({ label, value, error, onChange }: MomentProps) {
  return (
    <Field label={label} error={error} help={value && isAgo(value) ? `${agoWords(value)} ago` : undefined}>
      <Input
        type="datetime-local"
        value={toLocal(value)}
        onChange={({ target }) => onChange(fromLocal(target.value))}
      />
    </Field>
  );
}

const moments = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

function Words({ values: { since, before } }: { values: FilterValues }) {
  if (since && isAgo(since) && !before) return `in the last ${agoWords(since)}`;
  const end = (value: string) =>
    isAgo(value)
      ? `${agoWords(value)} ago`
      : Number.isNaN(Date.parse(value))
        ? value
        : moments.format(new Date(value));
  return [since && `from ${end(since)}`, before && `until ${end(before)}`].filter(Boolean).join(" ");
}

export const startedFilter: RunFilter = { keys: ["since", "before"], label: "Started", Control, Words };
