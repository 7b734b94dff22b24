"use client";

import { CircleAlert, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { toneClasses } from "@/components/ui/tone";
import { runFilters } from "./registry";
import type { FilterControlProps } from "./run-filter";

/** Each filter that is set, to be taken away by a press. Nothing where none is. */
export function FilterChips({ onClear, ...props }: FilterControlProps & { onClear: () => void }) {
  const set = runFilters.filter(({ keys }) => keys.some((key) => props.values[key] !== undefined));
  if (set.length === 0) return null;
  return (
    <ul aria-label="Filters that are set" className="flex flex-wrap items-center gap-1.5">
      {set.map((filter) => (
        <li key={filter.label} className="flex min-w-0">
          <Chip filter={filter} {...props} />
        </li>
      ))}
      <li>
        <Button variant="ghost" size="sm" onClick={onClear}>
          Clear all
        </Button>
      </li>
    </ul>
  );
}

type Filter = (typeof runFilters)[number];

function Chip({
  filter: { label, keys, Words },
  values,
  wrong,
  set,
}: FilterControlProps & { filter: Filter }) {
  const problem = keys.map((key) => wrong[key]).findLast(Boolean);
  return (
    <button
      type="button"
      onClick={() => set(Object.assign({}, ...keys.map((key) => ({ [key]: null }))))}
      className={cn(
        "group inline-flex h-7 min-w-0 max-w-full items-center gap-1.5 rounded-full border bg-card pr-1.5 pl-2.5 text-xs hover:bg-accent pointer-coarse:h-11",
        problem && toneClasses.failed.pill,
      )}
    >
      <span className="sr-only">Remove filter </span>
      {problem ? <CircleAlert aria-hidden className="size-3.5 shrink-0" /> : null}
      <span className={cn("shrink-0", !problem && "text-muted-foreground")}>{label}:</span>{" "}
      <span className="truncate font-medium">
        <Words values={values} />
      </span>
      {problem ? <span className="truncate">Not used. {problem}</span> : null}
      <X aria-hidden className="size-3.5 shrink-0 text-muted-foreground group-hover:text-foreground" />
    </button>
  );
}
