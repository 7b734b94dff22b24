"use client";

import { useState } from "react";
import { JsonInput } from "@/components/inspector/controls/json-input";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Json, JsonObject } from "@/workflows/graph/json";
import { type ArgumentField, argumentFields, typedValue } from "./argument-kinds";

interface ArgumentFieldsProps {
  /** JSON schema of an object. */
  parameters: JsonObject;
  values: JsonObject;
  onChange: (values: JsonObject) => void;
  /** Whether all that stands in JSON fields can be read. */
  onReadable: (readable: boolean) => void;
}

/** A form for what a tool takes. */
export function ArgumentFields({ parameters, values, onChange, onReadable }: ArgumentFieldsProps) {
  const [unreadable, setUnreadable] = useState<ReadonlySet<string>>(new Set());
  const fields = argumentFields(parameters);
  if (fields.length === 0) return <p className="text-muted-foreground text-sm">It takes no arguments.</p>;
  const set = (name: string, value: Json | undefined) => {
    const { [name]: _, ...rest } = values;
    onChange(value === undefined ? rest : { ...rest, [name]: value });
  };
  const note = (name: string, readable: boolean) => {
    const next = new Set(unreadable);
    if (readable) next.delete(name);
    else next.add(name);
    setUnreadable(next);
    onReadable(next.size === 0);
  };
  return (
    <div className="grid min-w-0 grid-cols-1 gap-3">
      {fields.map((field) => (
        <Field
          key={field.name}
          label={<span className="font-mono text-xs">{field.name}</span>}
          optional={!field.required}
          help={field.description}
        >
          <Argument
            field={field}
            value={values[field.name]}
            onChange={(value) => set(field.name, value)}
            onReadable={(readable) => note(field.name, readable)}
          />
        </Field>
      ))}
    </div>
  );
}

interface ArgumentProps {
  id?: string;
  field: ArgumentField;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
  onReadable: (readable: boolean) => void;
}

function Argument({ field, value, onChange, onReadable, ...aria }: ArgumentProps) {
  const { kind, name, choices } = field;
  if (kind === "json") {
    return (
      <JsonInput
        {...aria}
        label={name}
        value={value}
        onChange={onChange}
        onReadable={onReadable}
        disabled={false}
      />
    );
  }
  if (kind === "choice" || kind === "truth") {
    const options = kind === "truth" ? ["true", "false"] : choices;
    return (
      <Select
        {...aria}
        className="w-full"
        value={value === undefined ? undefined : shownAs(value)}
        onValueChange={(text) => onChange(typedValue(kind, text))}
        placeholder="Left out"
        options={options.map((each) => ({ value: each, label: each }))}
      />
    );
  }
  return (
    <Input
      {...aria}
      inputMode={kind === "number" ? "decimal" : undefined}
      autoComplete="off"
      value={value === undefined ? "" : shownAs(value)}
      onChange={(event) => onChange(typedValue(kind, event.target.value))}
    />
  );
}

/** A text as it stands, anything else as JSON. */
const shownAs = (value: Json) => (typeof value === "string" ? value : JSON.stringify(value));
