"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { SearchField } from "@/components/ui/search-field";

interface SearchStepsProps {
  text: string;
  onText: (text: string) => void;
  /** How many were found; undefined while nothing is looked for. */
  count: number | undefined;
  /** Which of them is looked at, from 1; 0: none. */
  place: number;
  searching: boolean;
  failed: boolean;
  onStep: (by: 1 | -1) => void;
}

/** Finds spans by what they are called and what is in them; Enter goes to the next, with Shift to the one before. */
export function SearchSteps({ text, onText, count, place, searching, failed, onStep }: SearchStepsProps) {
  return (
    <div className="flex min-w-0 flex-1 basis-64 items-center gap-1">
      <SearchField
        label="Search spans"
        value={text}
        onValueChange={onText}
        onEnter={(backwards) => onStep(backwards ? -1 : 1)}
        className="min-w-32 flex-1"
      />
      {count === undefined ? null : (
        <>
          <span role="status" className="whitespace-nowrap text-muted-foreground text-xs tabular-nums">
            {words({ count, place, searching, failed })}
          </span>
          <IconButton
            icon={ChevronUp}
            label="Previous match"
            disabled={count === 0}
            onClick={() => onStep(-1)}
          />
          <IconButton
            icon={ChevronDown}
            label="Next match"
            disabled={count === 0}
            onClick={() => onStep(1)}
          />
        </>
      )}
    </div>
  );
}

function words({
  count,
  place,
  searching,
  failed,
}: Pick<SearchStepsProps, "place" | "searching" | "failed"> & { count: number }) {
  if (failed) return `${count} by name; contents could not be searched`;
  if (count === 0) return searching ? "Searching…" : "No match";
  return place > 0 ? `${place} of ${count}` : `${count} found`;
}
