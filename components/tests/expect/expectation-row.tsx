"use client";

import { Trash2 } from "lucide-react";
import { Controller, type UseFormReturn } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select, type SelectOption } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { type Claim, type ExpectationsForm, parts } from "./expectation-form";
import { PathField } from "./path-field";

const claimOptions: readonly SelectOption<Claim>[] = [
  { value: "equals", label: "is exactly" },
  { value: "not equals", label: "is not" },
  { value: "contains", label: "has this text in it" },
  { value: "not contains", label: "does not have this text in it" },
  { value: "matches", label: "matches a regular expression" },
  { value: "not matches", label: "does not match a regular expression" },
  { value: "has", label: "has at least these fields" },
  { value: "not has", label: "does not have these fields" },
  { value: "within", label: "is a number from … to …" },
  { value: "not within", label: "is not a number from … to …" },
  { value: "path", label: "the run goes through nodes" },
  { value: "cost", label: "the run costs at most" },
];

const wantedFields: Record<string, { label: string; help: string; mono: boolean }> = {
  equals: { label: "Value", help: "JSON, or a text as it stands.", mono: true },
  has: { label: "Fields", help: "JSON. There may be more; lists have to be the same.", mono: true },
  contains: { label: "Text", help: "Capitals count.", mono: false },
  matches: {
    label: "Regular expression",
    help: "Found anywhere. Without looking ahead or behind.",
    mono: true,
  },
};

interface ExpectationRowProps {
  form: UseFormReturn<ExpectationsForm>;
  at: number;
  readOnly: boolean;
  onRemove: () => void;
}

/** One thing that must be so, in a form. */
export function ExpectationRow({ form, at, readOnly, onRemove }: ExpectationRowProps) {
  const name = `items.${at}` as const;
  const claim = form.watch(`${name}.claim`);
  const { kind } = parts(claim);
  const errors = form.formState.errors.items?.[at];
  const ofRun = kind === "path" || kind === "cost";
  const wanted = wantedFields[kind];
  return (
    <fieldset disabled={readOnly} className="grid min-w-0 gap-3 rounded-md border p-3">
      <legend className="sr-only">{`Expectation ${at + 1}`}</legend>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2">
        <div className="grid min-w-0 items-start gap-3 sm:grid-cols-2">
          <Controller
            control={form.control}
            name={`${name}.claim`}
            render={({ field }) => (
              <Field label="Rule">
                <Select
                  className="w-full"
                  options={claimOptions}
                  value={field.value}
                  onValueChange={field.onChange}
                  disabled={readOnly}
                />
              </Field>
            )}
          />
          {ofRun ? null : (
            <Field
              label="Where in the output"
              optional
              help="Such as answer or items[0].name. Empty: all of it."
              error={errors?.at?.message}
            >
              <Input
                className="font-mono text-xs"
                spellCheck={false}
                autoComplete="off"
                {...form.register(`${name}.at`)}
              />
            </Field>
          )}
          {kind === "cost" ? (
            <Field label="Dollars" error={errors?.cost?.message}>
              <Input inputMode="decimal" autoComplete="off" {...form.register(`${name}.cost`)} />
            </Field>
          ) : null}
        </div>
        {readOnly ? null : (
          <IconButton icon={Trash2} label={`Remove expectation ${at + 1}`} onClick={onRemove} />
        )}
      </div>
      {wanted ? (
        <Field label={wanted.label} help={wanted.help} error={errors?.wanted?.message}>
          <Textarea
            rows={kind === "matches" ? 1 : 3}
            spellCheck={!wanted.mono}
            className={wanted.mono ? "max-h-80 font-mono text-xs" : "max-h-80"}
            {...form.register(`${name}.wanted`)}
          />
        </Field>
      ) : null}
      {kind === "within" ? (
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <Field label="At least" optional error={errors?.min?.message}>
            <Input inputMode="decimal" autoComplete="off" {...form.register(`${name}.min`)} />
          </Field>
          <Field label="At most" optional error={errors?.max?.message}>
            <Input inputMode="decimal" autoComplete="off" {...form.register(`${name}.max`)} />
          </Field>
        </div>
      ) : null}
      {kind === "path" ? <PathField form={form} at={at} readOnly={readOnly} /> : null}
    </fieldset>
  );
}
