"use client";

import { useId } from "react";
import { ChoiceRow } from "@/components/ui/choice-row";
import { cn } from "@/components/ui/cn";
import { Field, FieldError } from "@/components/ui/field";
import type { ControlProps } from "./controls/control-props";
import { controlRegistry } from "./controls/registry";
import { type FieldViewProps, useFieldError } from "./form-scope";

/** One field of a config: label, control, help, and what is wrong with it. */
export function FormFieldView({ field, compact, ...rest }: FieldViewProps) {
  const error = useFieldError(rest.path);
  const { component: Control, kind } = controlRegistry[field.control];
  const control: ControlProps = { field, ...rest };
  const { label, help } = field.hints;
  if (field.control === "toggle") {
    return (
      <div data-field={rest.path} className="grid gap-1.5">
        <ChoiceRow label={label} help={help}>
          <Control {...control} />
        </ChoiceRow>
        <FieldError message={error} />
      </div>
    );
  }
  if (kind === "group")
    return <GroupField {...{ label, help, error, compact }} control={control} Control={Control} />;
  return (
    <div data-field={rest.path}>
      <Field
        label={label}
        help={help}
        error={error}
        className={compact ? "gap-1 [&_label]:text-xs" : undefined}
      >
        <Control {...control} />
      </Field>
    </div>
  );
}

interface GroupFieldProps {
  label: string;
  help: string | undefined;
  error: string | undefined;
  compact: boolean | undefined;
  control: ControlProps;
  Control: (typeof controlRegistry)[keyof typeof controlRegistry]["component"];
}

/** A field of several inputs: its label names the group. */
function GroupField({ label, help, error, compact, control, Control }: GroupFieldProps) {
  const id = useId();
  return (
    <fieldset aria-labelledby={id} data-field={control.path} className="grid min-w-0 gap-1.5">
      <p id={id} className={cn("font-medium", compact ? "text-xs" : "text-sm")}>
        {label}
      </p>
      {help ? <p className="-mt-1 text-muted-foreground text-xs">{help}</p> : null}
      <Control {...control} aria-invalid={error ? true : undefined} />
      <FieldError message={error} />
    </fieldset>
  );
}
