"use client";

import { Check, ChevronDown } from "lucide-react";
import { Select as Primitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { controlClasses } from "./control-classes";
import { floatingClasses } from "./menu-classes";

export interface SelectOption<Value extends string = string> {
  value: Value;
  label: ReactNode;
  /** A second line that says what choosing it does. */
  description?: ReactNode;
  disabled?: boolean;
}

interface SelectProps<Value extends string>
  extends Omit<ComponentProps<"button">, "value" | "onChange" | "children"> {
  options: readonly SelectOption<Value>[];
  value: Value | undefined;
  onValueChange: (value: Value) => void;
  placeholder?: string;
}

/** One of a few named values. For more than about fifteen use a combobox with search. */
export function Select<Value extends string>({
  options,
  value,
  onValueChange,
  placeholder = "Choose…",
  className,
  disabled,
  ...props
}: SelectProps<Value>) {
  const choose = (chosen: string) => {
    const option = options.find((each) => each.value === chosen);
    if (option) onValueChange(option.value);
  };
  return (
    <Primitive.Root value={value ?? ""} onValueChange={choose} disabled={disabled}>
      <Primitive.Trigger
        className={cn(
          controlClasses,
          "inline-flex h-8 w-auto items-center justify-between gap-2 px-2.5 text-left data-[placeholder]:text-muted-foreground pointer-coarse:h-11",
          className,
        )}
        {...props}
      >
        <span className="min-w-0 truncate">
          <Primitive.Value placeholder={placeholder} />
        </span>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className={cn(
            floatingClasses,
            "max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) max-w-[calc(100vw-1rem)]",
          )}
        >
          <Primitive.Viewport className="p-1">
            {options.map((option) => (
              <Option key={option.value} {...option} />
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function Option({ value, label, description, disabled }: SelectOption) {
  return (
    <Primitive.Item
      value={value}
      disabled={disabled}
      className="relative flex min-h-7 select-none flex-col justify-center rounded-sm py-1 pr-8 pl-2 text-sm outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-accent pointer-coarse:min-h-11"
    >
      <Primitive.ItemText>{label}</Primitive.ItemText>
      {description ? <span className="text-muted-foreground text-xs">{description}</span> : null}
      <Primitive.ItemIndicator className="absolute inset-y-0 right-2 flex items-center">
        <Check aria-hidden className="size-4" />
      </Primitive.ItemIndicator>
    </Primitive.Item>
  );
}
