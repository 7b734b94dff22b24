"use client";

import { AttachmentsField } from "@/components/attachments/attachments-field";
import { JsonInput } from "@/components/inspector/controls/json-input";
import { ChoiceRow } from "@/components/ui/choice-row";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import type { Json } from "@/workflows/graph/json";
import type { RunInput } from "./run-inputs";

interface InputFieldProps {
  input: RunInput;
  value: Json | undefined;
  error: string | undefined;
  onChange: (value: Json | undefined) => void;
  /** Whether the JSON that stands in the field can be read. */
  onReadable?: ((readable: boolean) => void) | undefined;
}

/** One input of a run, edited as its channel's type asks. */
export function InputField({ input, value, error, onChange, onReadable }: InputFieldProps) {
  const { channel, type, required, description } = input;
  const common = { label: channel, help: description, error, optional: !required };
  if (input.attachments)
    return <AttachmentsField {...common} type={type} value={value} onChange={onChange} />;
  if (type === "boolean") {
    return (
      <ChoiceRow label={channel} help={description}>
        <Switch checked={value === true} onCheckedChange={onChange} />
      </ChoiceRow>
    );
  }
  if (type === "number") {
    return (
      <Field {...common}>
        <Input
          type="number"
          step="any"
          value={typeof value === "number" ? value : ""}
          onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.valueAsNumber)}
        />
      </Field>
    );
  }
  if (type === "string") {
    return (
      <Field {...common}>
        <Textarea
          rows={1}
          value={typeof value === "string" ? value : ""}
          onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
        />
      </Field>
    );
  }
  return (
    <fieldset aria-label={channel} className="grid min-w-0 gap-1.5">
      <p className="font-medium">
        {channel} <span className="font-normal text-muted-foreground text-xs">JSON</span>
      </p>
      <JsonInput
        label={channel}
        value={value}
        disabled={false}
        onChange={onChange}
        {...(onReadable && { onReadable })}
      />
      <FieldError message={error} />
    </fieldset>
  );
}
