"use client";

import { ChannelLabel } from "@/components/inputs/channel-label";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { ValueKind } from "./edit-value";

interface ValueFieldProps {
  name: string;
  kind: ValueKind;
  text: string;
  help?: string | undefined;
  error?: string | undefined;
  disabled?: boolean;
  onChange: (text: string) => void;
}

const booleans = [
  { value: "true", label: "True" },
  { value: "false", label: "False" },
] as const;

/** One value that the person may change before they answer: a channel's, or a tool's argument. */
export function ValueField({ name, kind, text, help, error, disabled, onChange }: ValueFieldProps) {
  const label = <ChannelLabel channel={name} />;
  if (kind === "boolean") {
    return (
      <Field label={label} help={help} error={error}>
        <Select
          options={booleans}
          value={text === "true" ? "true" : "false"}
          onValueChange={onChange}
          disabled={disabled}
        />
      </Field>
    );
  }
  if (kind === "number") {
    return (
      <Field label={label} help={help} error={error}>
        <Input
          inputMode="decimal"
          value={text}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
    );
  }
  return (
    <Field label={label} help={help} error={error}>
      <Textarea
        value={text}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
        className={kind === "json" ? "font-mono" : undefined}
      />
    </Field>
  );
}
