"use client";

import type { ReactElement } from "react";
import { AttachmentsField } from "@/components/attachments/attachments-field";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { ChannelType } from "@/workflows/graph/channel";
import type { Json } from "@/workflows/graph/json";
import { ChannelLabel } from "./channel-label";
import type { InputField, InputTexts } from "./input-values";

interface InputFieldsProps {
  fields: readonly InputField[];
  texts: InputTexts;
  problems: Record<string, string>;
  onChange: (channel: string, text: string) => void;
}

/** One field per input channel, fit for its type. */
export function InputFields({ fields, texts, problems, onChange }: InputFieldsProps) {
  return fields.map((field) =>
    field.attachments ? (
      <AttachmentsField
        key={field.channel}
        label={<ChannelLabel channel={field.channel} />}
        type={field.type}
        value={valueIn(texts[field.channel] ?? "")}
        optional={!field.required}
        help={field.description}
        error={problems[field.channel]}
        onChange={(value) => onChange(field.channel, textFor(value))}
      />
    ) : (
      <Field
        key={field.channel}
        label={<ChannelLabel channel={field.channel} />}
        optional={!field.required}
        help={field.description}
        error={problems[field.channel]}
      >
        {control(field.type, texts[field.channel] ?? "", (text) => onChange(field.channel, text))}
      </Field>
    ),
  );
}

/** A text channel holds a data URL as it is, all others JSON. */
const textFor = (value: Json | undefined) =>
  value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);

function valueIn(text: string): Json {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}

const booleans = [
  { value: "true", label: "Yes" },
  { value: "false", label: "No" },
] as const;

function control(type: ChannelType, text: string, onChange: (text: string) => void): ReactElement {
  if (type === "boolean") {
    return <Select options={booleans} value={text === "true" ? "true" : "false"} onValueChange={onChange} />;
  }
  if (type === "number") {
    return <Input inputMode="decimal" value={text} onChange={(event) => onChange(event.target.value)} />;
  }
  const json = type === "object" || type === "array";
  return (
    <Textarea
      rows={type === "string" ? 1 : 2}
      value={text}
      placeholder={json ? "JSON" : undefined}
      onChange={(event) => onChange(event.target.value)}
      className={json ? "font-mono" : undefined}
    />
  );
}
