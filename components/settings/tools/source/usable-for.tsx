"use client";

import { useId } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceRow } from "@/components/ui/choice-row";
import { FieldError } from "@/components/ui/field";
import { type Principal, principalNames, principals } from "@/workflows/graph/principal";

interface UsableForProps {
  /** Null: for everybody. */
  value: Principal[] | null;
  onChange: (value: Principal[] | null) => void;
  error: string | undefined;
  /** What happens in the runs of others. */
  help: string;
}

/** For whose runs a tool or a model may be used. */
export function UsableFor({ value, onChange, error, help }: UsableForProps) {
  const id = useId();
  const toggle = (one: Principal, on: boolean) =>
    onChange(principals.filter((each) => (each === one ? on : value?.includes(each))));
  return (
    <fieldset aria-labelledby={id} className="grid gap-2">
      <p id={id} className="font-medium text-sm">
        For whom it may be used
      </p>
      <ChoiceRow side="left" label="In everybody's runs" help={help}>
        <Checkbox
          checked={value === null}
          onCheckedChange={(on) => onChange(on === true ? null : ["admin", "developer"])}
        />
      </ChoiceRow>
      {value === null ? null : (
        <div className="grid gap-2 pl-6 sm:grid-cols-2">
          {principals.map((one) => (
            <ChoiceRow key={one} side="left" label={capital(principalNames([one]))}>
              <Checkbox checked={value.includes(one)} onCheckedChange={(on) => toggle(one, on === true)} />
            </ChoiceRow>
          ))}
        </div>
      )}
      <FieldError
        message={
          error ?? (value?.length === 0 ? "Choose at least one, or allow it for everybody." : undefined)
        }
      />
    </fieldset>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
