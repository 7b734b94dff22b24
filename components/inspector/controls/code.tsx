"use client";

import { asText, type ControlProps, inputProps } from "./control-props";
import { CodeEditor, JsonInput } from "./json-input";

export function JavaScriptControl({ field, value, onChange, ...props }: ControlProps) {
  return (
    <CodeEditor
      {...inputProps(props)}
      label={field.hints.label}
      language="javascript"
      value={asText(value)}
      placeholder={field.hints.placeholder}
      onChange={(text) => onChange(text === "" && field.optional ? undefined : text)}
    />
  );
}

export function JsonControl({ field, value, onChange, ...props }: ControlProps) {
  return (
    <JsonInput
      {...inputProps(props)}
      label={field.hints.label}
      value={value}
      placeholder={field.hints.placeholder}
      onChange={onChange}
    />
  );
}
