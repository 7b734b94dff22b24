"use client";

import type { LucideIcon } from "lucide-react";
import { ToggleGroup } from "radix-ui";
import { cn } from "./cn";

interface SegmentedControlProps<Value extends string> {
  /** Says what is being chosen; read aloud before the options. */
  label: string;
  options: readonly { value: Value; label: string; icon?: LucideIcon }[];
  /** Undefined while nothing is chosen. */
  value: Value | undefined;
  onValueChange: (value: Value) => void;
  className?: string;
}

/** Two to five choices side by side, at most one of them on. */
export function SegmentedControl<Value extends string>({
  label,
  options,
  value,
  onValueChange,
  className,
}: SegmentedControlProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find((each) => each.value === chosen);
    if (option) onValueChange(option.value);
  };
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value ?? ""}
      onValueChange={choose}
      className={cn("inline-flex rounded-md border bg-card p-0.5", className)}
    >
      {options.map(({ value: each, label: words, icon: Icon }) => (
        <ToggleGroup.Item
          key={each}
          value={each}
          className="inline-flex h-7 items-center justify-center gap-1.5 whitespace-nowrap rounded-[6px] px-2.5 text-muted-foreground text-sm transition-colors hover:text-foreground data-[state=on]:bg-accent data-[state=on]:font-medium data-[state=on]:text-accent-foreground pointer-coarse:h-11 [&_svg]:size-4"
        >
          {Icon ? <Icon aria-hidden /> : null}
          {words}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
