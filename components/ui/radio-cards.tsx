"use client";

import type { LucideIcon } from "lucide-react";
import { RadioGroup } from "radix-ui";
import { useId } from "react";
import { cn } from "./cn";

interface RadioCardsProps<Value extends string> {
  label: string;
  options: readonly { value: Value; title: string; description?: string; icon?: LucideIcon }[];
  value: Value;
  onValueChange: (value: Value) => void;
  className?: string;
}

/** One of a few choices that each need a sentence. */
export function RadioCards<Value extends string>({
  label,
  options,
  value,
  onValueChange,
  className,
}: RadioCardsProps<Value>) {
  const id = useId();
  const choose = (chosen: string) => {
    const option = options.find((each) => each.value === chosen);
    if (option) onValueChange(option.value);
  };
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={choose}
      className={cn("grid gap-2", className)}
    >
      {options.map(({ value: each, title, description, icon: Icon }) => (
        <RadioGroup.Item
          key={each}
          value={each}
          aria-label={title}
          aria-describedby={description ? `${id}-${each}` : undefined}
          className="flex min-h-11 items-start gap-2.5 rounded-md border border-input bg-card px-3 py-2.5 text-left transition-colors hover:bg-accent data-[state=checked]:border-foreground data-[state=checked]:ring-1 data-[state=checked]:ring-foreground"
        >
          {Icon ? <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" /> : null}
          <span className="grid min-w-0 gap-0.5">
            <span className="font-medium">{title}</span>
            {description ? (
              <span id={`${id}-${each}`} className="text-muted-foreground text-xs">
                {description}
              </span>
            ) : null}
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
