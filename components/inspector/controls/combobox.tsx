"use client";

import { Command } from "cmdk";
import { Check, ChevronDown, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { cn } from "@/components/ui/cn";
import { controlClasses } from "@/components/ui/control-classes";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";

export interface ComboboxOption {
  value: string;
  label: string;
  /** At the right end: a type, a price. */
  note?: string;
  /** Under it: more than fits beside a name. */
  detail?: string;
  group?: string;
}

interface ComboboxProps {
  id?: string;
  /** Where no label points at it. */
  "aria-label"?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | undefined;
  options: readonly ComboboxOption[];
  value: string | undefined;
  onChange: (value: string) => void;
  /** Offers to make what was typed; says whether such a name may be. */
  create?: {
    label: (name: string) => string;
    allowed: (name: string) => boolean;
    /** What stands there in place of one that may not be. */
    refusal?: string;
    onCreate: (name: string) => void;
  };
  placeholder: string;
  searchLabel: string;
  empty: ReactNode;
  disabled?: boolean;
  mono?: boolean;
}

/** One of many named values, found by typing; may offer to create a new one. */
export function Combobox(props: ComboboxProps) {
  const { options, value, onChange, create, placeholder, searchLabel, empty, disabled, mono, ...aria } =
    props;
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState("");
  const chosen = options.find((option) => option.value === value);
  const name = search.trim();
  const canCreate = create !== undefined && name !== "" && !options.some((option) => option.value === name);
  const groups = [...Map.groupBy(options, (option) => option.group ?? "")];
  const done = () => {
    setOpen(false);
    setSearch("");
  };
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger>
        <button
          {...aria}
          type="button"
          role="combobox"
          aria-expanded={open}
          disabled={disabled}
          className={cn(
            controlClasses,
            "flex h-8 items-center justify-between gap-2 px-2.5 text-left pointer-coarse:h-11",
          )}
        >
          <span
            className={cn("min-w-0 truncate", mono && "font-mono text-xs", !value && "text-muted-foreground")}
          >
            {chosen?.label ?? value ?? placeholder}
          </span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-muted-foreground" />
        </button>
      </PopoverTrigger>
      <PopoverContent
        aria-label={searchLabel}
        align="start"
        className="w-(--radix-popover-trigger-width) min-w-60 p-0"
      >
        <Command label={searchLabel}>
          <Command.Input
            value={search}
            onValueChange={setSearch}
            placeholder={searchLabel}
            className="h-9 w-full border-b bg-transparent px-3 text-sm outline-none"
          />
          <Command.List className="max-h-64 overflow-y-auto p-1">
            {canCreate ? null : (
              <Command.Empty className="px-2 py-3 text-muted-foreground text-sm">{empty}</Command.Empty>
            )}
            {groups.map(([group, members]) => (
              <Command.Group
                key={group}
                heading={group || undefined}
                className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:text-muted-foreground"
              >
                {members.map((option) => (
                  <Command.Item
                    key={option.value}
                    value={option.value}
                    keywords={[option.label]}
                    onSelect={() => {
                      onChange(option.value);
                      done();
                    }}
                    className={itemClasses}
                  >
                    <span className="grid min-w-0 flex-1">
                      <span className={cn("truncate", mono && "font-mono text-xs")}>{option.label}</span>
                      {option.detail ? (
                        <span className="truncate text-muted-foreground text-xs">{option.detail}</span>
                      ) : null}
                    </span>
                    {option.note ? (
                      <span className="text-muted-foreground text-xs">{option.note}</span>
                    ) : null}
                    {option.value === value ? <Check aria-hidden className="size-4" /> : null}
                  </Command.Item>
                ))}
              </Command.Group>
            ))}
            {canCreate ? (
              <Command.Item
                forceMount
                value={`create ${name}`}
                disabled={!create.allowed(name)}
                onSelect={() => {
                  create.onCreate(name);
                  done();
                }}
                className={itemClasses}
              >
                <Plus aria-hidden className="size-4" />
                {create.allowed(name)
                  ? create.label(name)
                  : (create.refusal ?? "Start with a small letter; letters, digits and _ only")}
              </Command.Item>
            ) : null}
          </Command.List>
        </Command>
      </PopoverContent>
    </Popover>
  );
}

const itemClasses =
  "flex min-h-7 cursor-pointer select-none items-center gap-2 rounded-sm px-2 py-1 text-sm outline-none data-[disabled=true]:cursor-default data-[disabled=true]:text-muted-foreground data-[selected=true]:bg-accent pointer-coarse:min-h-11";
