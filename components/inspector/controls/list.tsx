"use client";

import { ChevronDown, ChevronUp, Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { Json } from "@/workflows/graph/json";
import { useFormScope } from "../form-scope";
import { isShown } from "../schema/form-fields";
import { asList, asRecord, asText, type ControlProps } from "./control-props";
import { newEntry } from "./new-entry";

/** What one entry is called on the button that adds it. */
const nouns: Readonly<Record<string, string>> = {
  conditions: "condition",
  assignments: "assignment",
  answers: "answer",
};

/** A list of objects, each with its own fields, in an order that matters. */
export function ListControl({ field, path, value, onChange, disabled }: ControlProps) {
  const { FieldView } = useFormScope();
  const entries = asList(value);
  const noun = nouns[field.control] ?? field.hints.label.toLowerCase().replace(/s$/, "");
  const replace = (index: number, entry: Json) =>
    onChange(entries.map((each, at) => (at === index ? entry : each)));
  const swap = (index: number, other: number) => {
    const [one, two] = [entries[index], entries[other]];
    if (one === undefined || two === undefined) return;
    onChange(entries.map((each, at) => (at === index ? two : at === other ? one : each)));
  };
  return (
    <div className="grid gap-2">
      {entries.map((entry, index) => (
        <fieldset
          key={asText(asRecord(entry).id) || index}
          aria-label={`${noun} ${index + 1}`}
          className="grid min-w-0 grid-cols-[minmax(0,1fr)_auto] gap-1 rounded-md border bg-canvas p-2 pr-1"
        >
          <div className="grid min-w-0 gap-2">
            {field.entry
              .filter((child) => isShown(child, field.entry, asRecord(entry)))
              .map((child) => (
                <FieldView
                  key={child.name}
                  field={child}
                  path={`${path}.${index}.${child.name}`}
                  value={asRecord(entry)[child.name]}
                  onChange={(next) => replace(index, withField(asRecord(entry), child.name, next))}
                  disabled={disabled}
                  compact
                />
              ))}
          </div>
          <div className="flex flex-col">
            <IconButton
              icon={Trash2}
              label={`Remove ${noun} ${index + 1}`}
              disabled={disabled}
              onClick={() => onChange(entries.filter((_, at) => at !== index))}
            />
            {entries.length > 1 ? (
              <>
                <IconButton
                  icon={ChevronUp}
                  label={`Move ${noun} ${index + 1} up`}
                  disabled={disabled || index === 0}
                  onClick={() => swap(index, index - 1)}
                />
                <IconButton
                  icon={ChevronDown}
                  label={`Move ${noun} ${index + 1} down`}
                  disabled={disabled || index === entries.length - 1}
                  onClick={() => swap(index, index + 1)}
                />
              </>
            ) : null}
          </div>
        </fieldset>
      ))}
      {disabled ? null : (
        <Button
          size="sm"
          onClick={() => onChange([...entries, newEntry(field, entries)])}
          className="justify-self-start"
        >
          <Plus aria-hidden />
          {`Add ${noun}`}
        </Button>
      )}
    </div>
  );
}

function withField(entry: Record<string, Json>, name: string, value: Json | undefined): Record<string, Json> {
  const { [name]: _, ...rest } = entry;
  return value === undefined ? rest : { ...rest, [name]: value };
}
