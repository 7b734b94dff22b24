"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { FieldError } from "@/components/ui/field";
import { Skeleton } from "@/components/ui/skeleton";
import { type Json, jsonSchema } from "@/workflows/graph/json";

export const CodeEditor = dynamic(() => import("./code-editor").then((module) => module.CodeEditor), {
  ssr: false,
  loading: () => <Skeleton className="h-24 w-full rounded-md" />,
});

interface JsonInputProps {
  id?: string | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | undefined;
  label: string;
  value: Json | undefined;
  /** Not called for text that is no JSON. */
  onChange: (value: Json | undefined) => void;
  /** Whether what stands in the field can be read. */
  onReadable?: (readable: boolean) => void;
  placeholder?: string | undefined;
  disabled: boolean;
}

/** What was typed, while it stands for the value that the field has. */
interface Draft {
  text: string;
  for: Json | undefined;
  error: string | undefined;
}

/** JSON as text. What cannot be read stays in the field, is said below it, and is not saved. */
export function JsonInput({ value, onChange, onReadable, ...props }: JsonInputProps) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const current = draft?.for === value ? draft : null;

  const change = (next: string) => {
    const read = parse(next);
    setDraft({ text: next, for: read.error === undefined ? read.value : value, error: read.error });
    onReadable?.(read.error === undefined);
    if (read.error === undefined) onChange(read.value);
  };
  return (
    <div className="grid gap-1.5">
      <CodeEditor {...props} language="json" value={current?.text ?? pretty(value)} onChange={change} />
      <FieldError message={current?.error} />
    </div>
  );
}

function pretty(value: Json | undefined): string {
  return value === undefined ? "" : JSON.stringify(value, null, 2);
}

function parse(
  text: string,
): { value: Json | undefined; error?: undefined } | { value?: undefined; error: string } {
  if (text.trim() === "") return { value: undefined };
  try {
    return { value: jsonSchema.parse(JSON.parse(text)) };
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : "It is not plain JSON.";
    return { error: `This is not saved: ${why}` };
  }
}
