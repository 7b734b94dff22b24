"use client";

import { ListFilter } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { Span } from "@/workflows/events/run-view";
import { spanKinds } from "../span-look";
import { filterCount, noFilter, type SpanFilter } from "./filter";
import { filterKinds } from "./use-filter";

interface FilterMenuProps {
  spans: readonly Span[];
  filter: SpanFilter;
  onFilter: (filter: SpanFilter) => void;
}

/** By kind, by failure and by cost. */
export function FilterMenu({ spans, filter, onFilter }: FilterMenuProps) {
  const count = filterCount(filter);
  const costId = useId();
  const there = new Set(spans.map(({ kind }) => kind));
  const turn = (kind: Span["kind"], on: boolean) => {
    const kinds = filter.kinds.filter((each) => each !== kind);
    onFilter({ ...filter, kinds: on ? [...kinds, kind] : kinds });
  };
  return (
    <Popover>
      <PopoverTrigger>
        <Button size="sm" aria-label={count > 0 ? `Filter spans, ${count} set` : "Filter spans"}>
          <ListFilter aria-hidden />
          Filter
          {count > 0 ? <span className="rounded-sm bg-accent px-1 tabular-nums">{count}</span> : null}
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label="Filter spans" className="grid gap-3">
        <fieldset className="grid gap-2">
          <legend className="mb-2 font-medium text-sm">Kind</legend>
          {filterKinds
            .filter((kind) => there.has(kind) || filter.kinds.includes(kind))
            .map((kind) => (
              <Choice
                key={kind}
                label={spanKinds[kind]}
                checked={filter.kinds.includes(kind)}
                onChange={(on) => turn(kind, on)}
              />
            ))}
        </fieldset>
        <Choice
          label="Only what failed"
          checked={filter.errors}
          onChange={(errors) => onFilter({ ...filter, errors })}
        />
        <div className="grid gap-1">
          <Label htmlFor={costId}>Cost more than, in dollars</Label>
          <Input
            id={costId}
            type="number"
            inputMode="decimal"
            min={0}
            step="any"
            placeholder="0.01"
            value={filter.costAbove ?? ""}
            onChange={({ target: { value, valueAsNumber } }) =>
              onFilter({
                ...filter,
                costAbove:
                  value === "" || !Number.isFinite(valueAsNumber) ? null : Math.max(0, valueAsNumber),
              })
            }
          />
        </div>
        <Button size="sm" disabled={count === 0} onClick={() => onFilter(noFilter)}>
          Clear filters
        </Button>
      </PopoverContent>
    </Popover>
  );
}

interface ChoiceProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Choice({ label, checked, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className="flex items-center gap-2">
      <Checkbox id={id} checked={checked} onCheckedChange={(state) => onChange(state === true)} />
      <Label htmlFor={id} className="font-normal">
        {label}
      </Label>
    </div>
  );
}
