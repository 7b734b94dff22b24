"use client";

import { useMemo } from "react";
import type { z } from "zod";
import type { Json } from "@/workflows/graph/json";
import { TakeFromLibrary } from "./controls/library-prompt/take-from-library";
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
  const { FieldView, issues } = useFormScope();
  const fields = useMemo(() => formFields(schema), [schema]);
  const shown = fields.filter((field) => isShown(field, fields, values));
  const pathOf = (field: FormField) => (path ? `${path}.${field.name}` : field.name);
  const isBroken = (field: FormField) => issues.some((issue) => issue.path.field?.startsWith(pathOf(field)));
  const view = (field: FormField) => (
    <div key={field.name} className="grid min-w-0 gap-1">
      <FieldView
        field={field}
        path={pathOf(field)}
        value={values[field.name]}
        onChange={(value) => onChange(field.name, value)}
        disabled={disabled}
      />
      {field.hints.orFrom === undefined || disabled ? null : (
        <TakeFromLibrary label={field.hints.label} name={field.hints.orFrom} onChange={onChange} />
      )}
    </div>
  );
  const advanced = shown.filter(({ hints }) => hints.advanced);
  const groups = Map.groupBy(shown, ({ hints }) => (hints.advanced ? undefined : hints.group));
  return (
    <div className="grid min-w-0 gap-4">
      {groups
        .get(undefined)
        ?.filter(({ hints }) => !hints.advanced)
        .map(view)}
      {[...groups].map(([title, members]) =>
        title === undefined ? null : (
          <MoreSettings key={title} title={title} note={inUse(members, values)} open={members.some(isBroken)}>
            {members.map(view)}
          </MoreSettings>
        ),
      )}
      {advanced.length > 0 ? <MoreSettings>{advanced.map(view)}</MoreSettings> : null}
    </div>
  );
}

/** Which settings of a folded group say something else than what holds anyway. */
function inUse(members: readonly FormField[], values: Record<string, Json>): string | undefined {
  const used = members.filter(({ name, preset, hints }) => {
    const value = values[name];
    const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
    return !isEmpty && value !== preset && !hints.showWhen;
  });
  return used.length > 0 ? used.map(({ hints }) => hints.label.toLowerCase()).join(", ") : undefined;
}
