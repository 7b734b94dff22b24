"use client";

import { X } from "lucide-react";
import { Controller, type UseFormReturn } from "react-hook-form";
import { useEditor } from "@/components/editor/store/editor-context";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceRow } from "@/components/ui/choice-row";
import { FieldError } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { own } from "@/workflows/graph/record";
import type { ExpectationsForm } from "./expectation-form";

interface PathFieldProps {
  form: UseFormReturn<ExpectationsForm>;
  at: number;
  readOnly: boolean;
}

/** Nodes in the order in which a run goes through them. */
export function PathField({ form, at, readOnly }: PathFieldProps) {
  const nodes = useEditor((state) => state.document.nodes);
  const name = `items.${at}` as const;
  const titleOf = (id: string) => own(nodes, id)?.title ?? `${id} (not in the draft)`;
  const options = Object.entries(nodes).map(([value, { title }]) => ({ value, label: title }));
  return (
    <div className="grid gap-3">
      <Controller
        control={form.control}
        name={`${name}.nodes`}
        render={({ field: { value, onChange }, fieldState: { error } }) => (
          <div className="grid justify-items-start gap-2">
            <ol
              aria-label="Nodes in their order"
              className="flex max-h-60 w-full flex-wrap gap-1.5 overflow-y-auto"
            >
              {value.map((id, place) => (
                <li
                  // biome-ignore lint/suspicious/noArrayIndexKey: a node may stand here twice, and is nothing but its place
                  key={`${place} ${id}`}
                  className="inline-flex min-h-7 max-w-full items-center gap-1 rounded-md border bg-card pl-2 text-xs"
                >
                  <span className="text-muted-foreground tabular-nums">{`${place + 1}.`}</span>
                  <span className="min-w-0 truncate pr-1">{titleOf(id)}</span>
                  {readOnly ? null : (
                    <IconButton
                      icon={X}
                      label={`Remove ${titleOf(id)}, node ${place + 1}`}
                      onClick={() => onChange(value.filter((_each, other) => other !== place))}
                    />
                  )}
                </li>
              ))}
            </ol>
            {readOnly ? null : (
              <Select
                key={value.length}
                aria-label="Add a node at the end"
                placeholder="Add a node at the end…"
                options={options}
                value={undefined}
                onValueChange={(id) => onChange([...value, id])}
              />
            )}
            <FieldError message={error?.message} />
          </div>
        )}
      />
      <Controller
        control={form.control}
        name={`${name}.only`}
        render={({ field: { value, onChange } }) => (
          <ChoiceRow
            side="left"
            label="And through no others"
            help="Without it, others may stand between them."
          >
            <Checkbox checked={value} onCheckedChange={(next) => onChange(next === true)} />
          </ChoiceRow>
        )}
      />
    </div>
  );
}
