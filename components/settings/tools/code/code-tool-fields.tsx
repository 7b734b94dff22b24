"use client";

import { useMemo } from "react";
import type { z } from "zod";
import { ConfigForm } from "@/components/inspector/config-form";
import { FormFieldView } from "@/components/inspector/form-field-view";
import { type FormScope, FormScopeProvider } from "@/components/inspector/form-scope";
import type { Json } from "@/workflows/graph/json";
import type { CodeToolForm } from "./form-schema";

interface CodeToolFieldsProps {
  schema: z.ZodObject;
  form: CodeToolForm;
  onChange: (key: string, value: Json | undefined) => void;
  problems: readonly { path: string; message: string }[];
  disabled: boolean;
}

/** The inspector's form, for a tool instead of a node. */
export function CodeToolFields({ schema, form, onChange, problems, disabled }: CodeToolFieldsProps) {
  const scope: FormScope = useMemo(
    () => ({
      nodeId: "",
      issues: problems.map(({ path, message }) => ({
        code: "config_invalid",
        severity: "error",
        path: { field: path },
        message,
      })),
      FieldView: FormFieldView,
      // Nothing in this form names a channel.
      createChannel: () => {},
    }),
    [problems],
  );
  return (
    <FormScopeProvider scope={scope}>
      <ConfigForm schema={schema} values={form} disabled={disabled} onChange={onChange} />
    </FormScopeProvider>
  );
}
