"use client";

import { Search, X } from "lucide-react";
import { cn } from "./cn";
import { IconButton } from "./icon-button";
import { Input } from "./input";

interface SearchFieldProps {
  /** What is searched: Search agents. The name and the placeholder of the field. */
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  /** Goes to what was found; with Shift, backwards. */
  onEnter?: (backwards: boolean) => void;
  className?: string;
}

/** Filters as one types; Escape or the cross empties it. */
export function SearchField({ label, value, onValueChange, onEnter, className }: SearchFieldProps) {
  return (
    <search className={cn("relative block", className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4 text-muted-foreground"
      />
      <Input
        type="text"
        inputMode="search"
        aria-label={label}
        placeholder={label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onEnter?.(event.shiftKey);
          if (event.key !== "Escape" || !value) return;
          event.stopPropagation();
          onValueChange("");
        }}
        className="px-8 pointer-coarse:pr-12"
      />
      {value ? (
        <IconButton
          icon={X}
          label="Clear search"
          onClick={() => onValueChange("")}
          className="absolute inset-y-0 right-0.5 my-auto"
        />
      ) : null}
    </search>
  );
}
