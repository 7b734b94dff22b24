"use client";

import { CaseSensitive, type LucideIcon, Regex, WholeWord } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import type { FindState } from "./find-state";

const options: readonly [key: "matchCase" | "wholeWord" | "regex", label: string, icon: LucideIcon][] = [
  ["matchCase", "Match case", CaseSensitive],
  ["wholeWord", "Whole words", WholeWord],
  ["regex", "Regular expression", Regex],
];

interface FindOptionsProps {
  find: FindState;
  set: (part: Partial<FindState>) => void;
}

/** How the query is meant. */
export function FindOptions({ find, set }: FindOptionsProps) {
  return (
    <div className="flex items-center gap-px">
      {options.map(([key, label, icon]) => (
        <IconButton
          key={key}
          icon={icon}
          label={label}
          aria-pressed={find[key]}
          onClick={() => set({ [key]: !find[key] })}
          className="aria-pressed:bg-running-soft aria-pressed:text-running-ink"
        />
      ))}
    </div>
  );
}
