"use client";

import { ArrowUpRight, PenLine } from "lucide-react";
import Link from "next/link";
import { useEditor } from "@/components/editor/store/editor-context";
import { useConfigured } from "@/components/editor/store/use-configured";
import { Field, FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { versionOf } from "@/workflows/prompts/known-prompt";
import { useFieldError } from "../../form-scope";
import { Combobox } from "../combobox";
import { asRecord, asText, type ControlProps } from "../control-props";
import { atVersion, chosenPrompt, variableRows, withVariable } from "./prompt-value";
import { PromptVariable } from "./prompt-variable";

/** A prompt of the library in place of a text: which, at which version, and what its variables stand for. */
export function LibraryPromptControl({ field, path, value, onChange, disabled }: ControlProps) {
  const prompts = useConfigured("")?.prompts;
  const channels = useEditor((state) => state.document.channels);
  const chosen = asRecord(value);
  const id = asText(chosen.prompt) || undefined;
  const prompt = prompts?.find((each) => each.id === id);
  const version = typeof chosen.version === "number" ? chosen.version : undefined;
  const filled = typeof chosen.filled === "number" ? chosen.filled : undefined;
  const rows = variableRows(value, prompt && versionOf(prompt, version)?.variables);
  const error = useFieldError(`${path}.prompt`);
  const known = id && prompts && !prompt ? [{ value: id, label: asText(chosen.name) }] : [];
  return (
    <div className="grid min-w-0 gap-2 rounded-md border bg-canvas p-2">
      <Combobox
        aria-label={`${field.hints.label}: prompt of the library`}
        aria-invalid={error ? true : undefined}
        disabled={disabled}
        options={[
          ...(prompts ?? []).map((each) => ({
            value: each.id,
            label: each.name,
            note: `v${versionOf(each, undefined)?.number ?? 1}`,
          })),
          ...known,
        ]}
        value={id}
        onChange={(next) => {
          const found = prompts?.find((each) => each.id === next);
          if (found) onChange(chosenPrompt(value, found, channels));
        }}
        placeholder="Choose a prompt"
        searchLabel="Find a prompt"
        empty={prompts ? "No prompt of the library has that name." : "Loading prompts…"}
      />
      <FieldError message={error} />
      {prompt ? (
        <VersionField
          numbers={prompt.versions.map(({ number }) => number)}
          version={version}
          filled={filled}
          path={path}
          disabled={disabled}
          onChange={(next) => onChange(atVersion(value, next))}
        />
      ) : null}
      {rows.map((row) => (
        <PromptVariable
          key={row.name}
          row={row}
          path={path}
          disabled={disabled}
          onChange={(text) => onChange(withVariable(value, row, text))}
        />
      ))}
      <div className="flex flex-wrap items-center gap-x-3">
        <Link href={id ? `/settings/prompts/${id}` : "/settings/prompts"} className={linkClasses}>
          {prompt ? `Open ${prompt.name}` : "Open the library"}
          <ArrowUpRight aria-hidden className="size-3" />
        </Link>
        {disabled ? null : (
          <button type="button" onClick={() => onChange(undefined)} className={linkClasses}>
            <PenLine aria-hidden className="size-3" />
            Write it here
            <span className="sr-only">{`: ${field.hints.label}`}</span>
          </button>
        )}
      </div>
    </div>
  );
}

const newest = "newest";
const linkClasses =
  "inline-flex min-h-7 min-w-0 items-center gap-1 rounded-sm text-muted-foreground text-xs underline-offset-2 hover:text-foreground hover:underline pointer-coarse:min-h-11";

interface VersionFieldProps {
  /** Newest first. */
  numbers: readonly number[];
  version: number | undefined;
  /** The one that a graph that ran was filled with. */
  filled: number | undefined;
  path: string;
  disabled: boolean;
  onChange: (version: number | undefined) => void;
}

function VersionField({ numbers, version, filled, path, disabled, onChange }: VersionFieldProps) {
  const error = useFieldError(`${path}.version`);
  const known = version === undefined || numbers.includes(version) ? numbers : [version, ...numbers];
  const last = numbers[0] ?? 1;
  return (
    <Field
      label={<span className="text-xs">Version</span>}
      help={filled === undefined ? helpOf(version, last) : `This graph was filled with version ${filled}.`}
      error={error}
    >
      <Select
        className="w-full"
        disabled={disabled}
        value={version === undefined ? newest : String(version)}
        onValueChange={(next) => onChange(next === newest ? undefined : Number(next))}
        options={[
          { value: newest, label: `The newest (now ${last})` },
          ...known.map((number) => ({ value: String(number), label: `Always version ${number}` })),
        ]}
      />
    </Field>
  );
}

function helpOf(version: number | undefined, last: number): string {
  if (version === undefined) return "Publishing keeps the version that is the newest then.";
  return version < last ? `Version ${last} is the newest.` : "Stays as it is when a new one is saved.";
}
