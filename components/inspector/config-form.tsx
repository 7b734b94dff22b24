"use client";

import { useMemo } from "react";
import type { z } from "zod";
import type { Json } from "@/workflows/graph/json";
import { useFormScope } from "./form-scope";
import { MoreSettings } from "./more-settings";
import { type FormField, formFields, isShown } from "./schema/form-fields";

interface ConfigFormProps {
  /** A zod object with form hints. */
  schema: z.ZodType;
  values: Record<string, Json>;
  /** Where the values stand in the node's config; empty at its top. */
  path?: string;
  disabled: boolean;
  onChange: (key: string, value: Json | undefined) => void;
}

/** A form made from a schema. */
export function ConfigForm({ schema, values, path = "", disabled, onChange }: ConfigFormProps) {
  const { FieldView } = useFormScope();
  const fields = useMemo(() => formFields(schema), [schema]);
  const shown = fields.filter((field) => isShown(field, fields, values));
  const view = (field: FormField) => (
    <FieldView
      key={field.name}
      field={field}
      path={path ? `${path}.${field.name}` : field.name}
      value={values[field.name]}
      onChange={(value) => onChange(field.name, value)}
      disabled={disabled}
    />
  );
  const advanced = shown.filter((field) => field.hints.advanced);
  return (
    <div className="grid min-w-0 gap-4">
      {shown.filter((field) => !field.hints.advanced).map(view)}
      {advanced.length > 0 ? <MoreSettings>{advanced.map(view)}</MoreSettings> : null}
    </div>
  );
}
