"use client";

import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import type { HeaderDraft, Problems } from "./draft";

interface HeaderFieldsProps {
  headers: readonly HeaderDraft[];
  problems: Problems;
  onChange: (headers: HeaderDraft[]) => void;
}

/** Names and values of headers; a stored value is never shown, and stays unless another one is typed. */
export function HeaderFields({ headers, problems, onChange }: HeaderFieldsProps) {
  const change = (at: number, part: Partial<HeaderDraft>) =>
    onChange(headers.map((header, index) => (index === at ? { ...header, ...part } : header)));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium">Headers</legend>
      <p className="text-muted-foreground text-xs">
        Most receivers want a key: “Authorization” for Langfuse, “x-api-key” for LangSmith. Values are kept
        encrypted.
      </p>
      <FieldError message={problems.headers} />
      {headers.map((header, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no id, and hold no state of their own.
        <div key={at} className="grid grid-cols-[1fr_auto] items-start gap-2 sm:grid-cols-[1fr_1.5fr_auto]">
          <Field label="Name" error={problems[`headers.${at}.name`]} className="max-sm:col-span-2">
            <Input
              value={header.name}
              autoComplete="off"
              spellCheck={false}
              placeholder="x-api-key"
              onChange={(event) => change(at, { name: event.target.value, kept: false })}
            />
          </Field>
          <Field label="Value" error={problems[`headers.${at}.value`]}>
            <PasswordInput
              value={header.value}
              autoComplete="off"
              placeholder={header.kept ? "Stored" : ""}
              onChange={(event) => change(at, { value: event.target.value })}
            />
          </Field>
          <IconButton
            label={`Remove ${header.name || "header"}`}
            icon={X}
            size="md"
            // As low as the fields beside it, whose labels stand above them.
            className="mt-6.5"
            onClick={() => onChange(headers.filter((_header, index) => index !== at))}
          />
        </div>
      ))}
      <Button
        className="justify-self-start"
        onClick={() => onChange([...headers, { name: "", value: "", kept: false }])}
      >
        <Plus aria-hidden /> Add header
      </Button>
    </fieldset>
  );
}
