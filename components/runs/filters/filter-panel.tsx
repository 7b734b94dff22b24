"use client";

import { ListFilter } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { runFilters } from "./registry";
import type { FilterControlProps } from "./run-filter";

/** The filters that do not stand in sight. */
export function FilterPanel({ values, wrong, set }: FilterControlProps) {
  const there = runFilters.filter(({ Control }) => Control);
  const count = there.filter(({ keys }) => keys.some((key) => values[key] !== undefined)).length;
  const clear = () =>
    set(Object.assign({}, ...there.flatMap(({ keys }) => keys.map((key) => ({ [key]: null })))));
  return (
    <Popover>
      <PopoverTrigger>
        <Button>
          <ListFilter aria-hidden />
          Filters
          {count > 0 ? (
            <span className="rounded-sm bg-accent px-1 tabular-nums">
              {count}
              <span className="sr-only"> set</span>
            </span>
          ) : null}
        </Button>
      </PopoverTrigger>
      <PopoverContent
        aria-label="Filters"
        align="start"
        className="flex max-h-(--radix-popover-content-available-height) w-80 flex-col p-0"
      >
        <div className="grid min-h-0 gap-4 overflow-y-auto p-4">
          {there.map(({ label, Control }) =>
            Control ? <Control key={label} values={values} wrong={wrong} set={set} /> : null,
          )}
        </div>
        <div className="flex justify-end border-t px-4 py-3">
          <Button size="sm" disabled={count === 0} onClick={clear}>
            Clear these
          </Button>
        </div>
      </PopoverContent>
    </Popover>
  );
}
