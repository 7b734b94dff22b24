"use client";

import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { FormField } from "@/workflows/form/form-field";

interface FormFieldsProps {
  fields: readonly FormField[];
  texts: Readonly<Record<string, string>>;
  problems: Readonly<Record<string, string>>;
  disabled: boolean;
  onChange: (name: string, text: string) => void;
}

/** What a person fills in before they answer. */
export function FormFields({ fields, texts, problems, disabled, onChange }: FormFieldsProps) {
  return fields.map((field) => {
    const problem = problems[field.name] || undefined;
    const view = {
      field,
      text: texts[field.name] ?? "",
      disabled,
      onChange: (text: string) => onChange(field.name, text),
    };
    return field.kind === "choices" ? (
      <ChoicesField key={field.name} {...view} problem={problem} />
    ) : (
      <Field
        key={field.name}
        label={field.label}
        optional={!field.required}
        help={field.help}
        error={problem}
      >
        <Control {...view} />
      </Field>
    );
  });
}

interface FieldProps {
  field: FormField;
  text: string;
  disabled: boolean;
  onChange: (text: string) => void;
}

const booleans = [
  { value: "true", label: "Yes" },
  { value: "false", label: "No" },
] as const;

const inputTypes: Readonly<Record<string, string>> = { date: "date", email: "email" };

function Control({ field, text, onChange, ...rest }: FieldProps) {
  const { kind, options = [], required } = field;
  if (kind === "boolean") {
    const value = text || (required ? "false" : undefined);
    return (
      <Select
        {...rest}
        options={booleans}
        value={value === undefined ? undefined : value === "true" ? "true" : "false"}
        onValueChange={onChange}
      />
    );
  }
  if (kind === "choice") {
    return (
      <Select
        {...rest}
        options={options.map((option) => ({ value: option, label: option }))}
        value={text || undefined}
        onValueChange={onChange}
      />
    );
  }
  if (kind === "paragraph")
    return <Textarea {...rest} rows={3} value={text} onChange={(event) => onChange(event.target.value)} />;
  const isNumber = kind === "number" || kind === "integer";
  return (
    <Input
      {...rest}
      type={inputTypes[kind] ?? "text"}
      inputMode={isNumber ? "decimal" : undefined}
      autoComplete="off"
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** Any of a few: a box each. */
function ChoicesField({
  field,
  text,
  problem,
  disabled,
  onChange,
}: FieldProps & { problem: string | undefined }) {
  const id = useId();
  const chosen = text === "" ? [] : text.split("\n");
  const toggle = (option: string, isChosen: boolean) => {
    const next = (field.options ?? []).filter((one) => (one === option ? isChosen : chosen.includes(one)));
    onChange(next.join("\n"));
  };
  return (
    <fieldset aria-labelledby={`${id}-label`} className="grid gap-1.5" disabled={disabled}>
      <p id={`${id}-label`} className="font-medium text-sm">
        {field.label}
        {field.required ? null : <span className="ml-1 font-normal text-muted-foreground">optional</span>}
      </p>
      {(field.options ?? []).map((option) => (
        <div key={option} className="flex min-h-7 items-center gap-2 pointer-coarse:min-h-11">
          <Checkbox
            id={`${id}-${option}`}
            checked={chosen.includes(option)}
            disabled={disabled}
            onCheckedChange={(checked) => toggle(option, checked === true)}
          />
          <label htmlFor={`${id}-${option}`} className="text-sm">
            {option}
          </label>
        </div>
      ))}
      {field.help ? <p className="text-muted-foreground text-xs">{field.help}</p> : null}
      <FieldError message={problem} />
    </fieldset>
  );
}
