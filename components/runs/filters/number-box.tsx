"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

interface NumberBoxProps {
  label: string;
  /** As the address has it: a whole number of the small unit. */
  value: string | undefined;
  /** How many of the small unit make one of what is typed; left out, any number is taken as it is. */
  factor?: number | undefined;
  placeholder: string;
  error: string | undefined;
  onChange: (value: string | null) => void;
}

/** A number in the unit in which people think; what is no number stays here and says so. */
export function NumberBox({ label, value, factor, placeholder, error, onChange }: NumberBoxProps) {
  const [typed, setTyped] = useState({ text: "", value: "" });
  const text = typed.value === (value ?? "") ? typed.text : "";
  const shown = text || (value === undefined ? "" : inUnit(value, factor));
  const read = inSmallUnit(text, factor);
  const wrong =
    text && read === undefined ? `Enter a number${factor ? " from 0 on" : ""}, such as 1.5.` : undefined;
  return (
    <Field label={label} error={wrong ?? error}>
      <Input
        inputMode="decimal"
        autoComplete="off"
        placeholder={placeholder}
        value={shown}
        onChange={({ target }) => {
          const next = target.value.trim() === "" ? "" : inSmallUnit(target.value, factor);
          setTyped({ text: target.value, value: next ?? value ?? "" });
          if (next !== undefined) onChange(next === "" ? null : next);
        }}
      />
    </Field>
  );
}

function inUnit(value: string, factor = 1): string {
  const number = Number(value);
  return Number.isFinite(number) ? String(number / factor) : value;
}

function inSmallUnit(text: string, factor: number | undefined): string | undefined {
  const number = Number(text.trim().replace(",", "."));
  if (!Number.isFinite(number) || (factor !== undefined && number < 0)) return undefined;
  return String(factor === undefined ? number : Math.round(number * factor));
}
