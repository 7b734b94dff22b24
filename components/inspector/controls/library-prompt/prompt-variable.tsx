"use client";

import { Trash2 } from "lucide-react";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { useFieldError } from "../../form-scope";
import type { FormField } from "../../schema/form-fields";
import { ExpressionControl } from "../template";
import type { VariableRow } from "./prompt-value";

interface PromptVariableProps {
  row: VariableRow;
  /** Of the setting that holds the reference. */
  path: string;
  disabled: boolean;
  /** `undefined` takes the variable out. */
  onChange: (value: string | undefined) => void;
}

/** A variable of the prompt, and the expression over the graph's channels that it stands for. */
export function PromptVariable({ row, path, disabled, onChange }: PromptVariableProps) {
  const at = `${path}.variables.${row.index ?? row.name}.value`;
  const error = useFieldError(at);
  return (
    <div data-field={at}>
      <Field
        className="gap-1 [&_label]:font-mono [&_label]:text-xs"
        label={row.name}
        error={error}
        help={row.strange ? "The prompt does not ask for it." : undefined}
        aside={
          row.strange && !disabled ? (
            <IconButton icon={Trash2} label={`Remove ${row.name}`} onClick={() => onChange(undefined)} />
          ) : undefined
        }
      >
        <ExpressionControl
          field={field}
          path={at}
          value={row.value}
          disabled={disabled || row.strange}
          onChange={(value) => onChange(typeof value === "string" ? value : "")}
        />
      </Field>
    </div>
  );
}

const field: FormField = {
  name: "value",
  hints: { label: "Value", control: "expression", placeholder: "a channel or an expression" },
  control: "expression",
  optional: true,
  preset: "",
  choices: [],
  entry: [],
  entryHasId: false,
};
