"use client";

import type { ComponentProps } from "react";
import { Select } from "@/components/ui/select";

interface AnySelectProps<Value extends string>
  extends Omit<ComponentProps<"button">, "value" | "onChange" | "children"> {
  /** What stands there while nothing is narrowed: All agents. */
  any: string;
  options: readonly { value: Value; label: string }[];
  /** Neither null nor undefined narrows. */
  value: string | null | undefined;
  /** Null takes the filter away. */
  onChoose: (value: Value | null) => void;
}

// No value of a filter has a space at its beginning.
const unset = " any";

/** One value that a list is narrowed to, or any. */
export function AnySelect<Value extends string>({
  any,
  options,
  value,
  onChoose,
  ...props
}: AnySelectProps<Value>) {
  return (
    <Select
      value={value ?? unset}
      options={[{ value: unset, label: any }, ...options]}
      onValueChange={(chosen) => onChoose(options.find((option) => option.value === chosen)?.value ?? null)}
      {...props}
    />
  );
}
