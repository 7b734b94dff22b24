"use client";

import { type ComponentType, createContext, type ReactNode, useContext } from "react";
import type { Issue } from "@/workflows/graph/issue";
import type { Json } from "@/workflows/graph/json";
import type { FormField } from "./schema/form-fields";

export interface FieldViewProps {
  field: FormField;
  /** Dotted path in the node's config, as issues name it. */
  path: string;
  value: Json | undefined;
  /** `undefined` leaves the field out. */
  onChange: (value: Json | undefined) => void;
  disabled: boolean;
  /** Inside a list: smaller labels. */
  compact?: boolean;
}

/** What controls deep inside a form need of the node they belong to. */
export interface FormScope {
  nodeId: string;
  issues: readonly Issue[];
  /** Draws a field with its label; lists and tools hold fields of their own. */
  FieldView: ComponentType<FieldViewProps>;
  /** Makes a channel of a type that fits the field and writes it there, as one gesture. */
  createChannel: (name: string, path: string, write: (name: string) => Json) => void;
}

const Context = createContext<FormScope | null>(null);

export function FormScopeProvider({ scope, children }: { scope: FormScope; children: ReactNode }) {
  return <Context value={scope}>{children}</Context>;
}

export function useFormScope(): FormScope {
  const scope = useContext(Context);
  if (!scope) throw new Error("useFormScope outside of a form");
  return scope;
}

/** What is wrong with the field at a path, in words. */
export function useFieldError(path: string): string | undefined {
  const { issues } = useFormScope();
  const here = issues.filter((issue) => issue.path.field === path);
  return here.length > 0 ? here.map((issue) => withoutTitle(issue.message)).join(" ") : undefined;
}

/** Issues begin with the node they are about, which is plain where its own form is open. */
function withoutTitle(message: string): string {
  return message.replace(/^“[^”]*”: (.)/, (_, first: string) => first.toUpperCase());
}
