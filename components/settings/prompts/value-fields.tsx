"use client";

import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

interface ValueFieldsProps {
  variables: readonly string[];
  /** What was typed for each. */
  typed: Readonly<Record<string, string>>;
  onChange: (name: string, text: string) => void;
}

/** A field for each variable: a text, or JSON for a list or an object. */
export function ValueFields({ variables, typed, onChange }: ValueFieldsProps) {
  return variables.map((name) => (
    <Field key={name} className="[&_label]:font-mono [&_label]:text-xs" label={name}>
      <Textarea rows={1} value={typed[name] ?? ""} onChange={(event) => onChange(name, event.target.value)} />
    </Field>
  ));
}
