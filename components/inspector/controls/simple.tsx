"use client";

import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { asText, type ControlProps, inputProps } from "./control-props";

/** Emptied text is left out where it may be. */
const orNothing = (text: string, optional: boolean) => (text === "" && optional ? undefined : text);

export function TextControl({ field, value, onChange, ...props }: ControlProps) {
  return (
    <Input
      {...inputProps(props)}
      value={asText(value)}
      placeholder={field.hints.placeholder}
      autoComplete="off"
      onChange={(event) => onChange(orNothing(event.target.value, field.optional))}
    />
  );
}

export function MultilineControl({ field, value, onChange, ...props }: ControlProps) {
  return (
    <Textarea
      {...inputProps(props)}
      rows={2}
      value={asText(value)}
      placeholder={field.hints.placeholder}
      onChange={(event) => onChange(orNothing(event.target.value, field.optional))}
    />
  );
}

export function NumberControl({ field, value, onChange, ...props }: ControlProps) {
  const shown = value ?? "";
  return (
    <Input
      {...inputProps(props)}
      type="number"
      inputMode="decimal"
      step="any"
      value={typeof shown === "number" ? shown : ""}
      placeholder={typeof field.preset === "number" ? String(field.preset) : field.hints.placeholder}
      onChange={(event) => {
        const number = event.target.valueAsNumber;
        onChange(Number.isNaN(number) ? undefined : number);
      }}
    />
  );
}

export function ToggleControl({
  field,
  value,
  onChange,
  id,
  disabled,
  "aria-describedby": described,
}: ControlProps) {
  return (
    <Switch
      id={id}
      disabled={disabled}
      aria-describedby={described}
      checked={(value ?? field.preset) === true}
      onCheckedChange={onChange}
    />
  );
}

export function SelectControl({ field, value, onChange, ...props }: ControlProps) {
  const chosen = asText(value ?? field.preset);
  return (
    <Select
      {...inputProps(props)}
      value={chosen}
      onValueChange={onChange}
      options={field.choices.map((choice) => ({
        value: choice,
        label: field.hints.words?.[choice] ?? choiceLabel(choice),
      }))}
    />
  );
}

/** Words that are written otherwise than with a capital and small letters. */
const written: Readonly<Record<string, string>> = {
  json: "JSON",
  csv: "CSV",
  xml: "XML",
  html: "HTML",
  email: "E-mail",
  iban: "IBAN",
  ip: "IP address",
};

/** Names such as GET stand as they are; other words begin with a capital. */
function choiceLabel(choice: string): string {
  if (choice === choice.toUpperCase()) return choice;
  return written[choice] ?? (choice.charAt(0).toUpperCase() + choice.slice(1)).replaceAll("-", " ");
}
