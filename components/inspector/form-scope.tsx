"use client";

import { type ComponentType, createContext, type ReactNode, useContext } from "react";
import type { ChannelType } from "@/workflows/graph/channel";
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
  /** Makes a channel and writes it to the field, as one gesture; of a type that fits there, unless one is given. */
  createChannel: (name: string, path: string, write: (name: string) => Json, type?: ChannelType) => void;
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

/** What is wrong with the field at a path, or at one of several, in words. */
export function useFieldError(...paths: string[]): string | undefined {
  const { issues } = useFormScope();
  const here = issues.filter(({ path }) => path.field !== undefined && paths.includes(path.field));
  return here.length > 0 ? here.map((issue) => withoutTitle(issue.message)).join(" ") : undefined;
}

/** Issues begin with the node they are about, which is plain where its own form is open. */
function withoutTitle(message: string): string {
  return message.replace(/^“[^”]*”: (.)/, (_, first: string) => first.toUpperCase());
}
