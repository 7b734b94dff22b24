"use client";

import { type Control, useController } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceRow } from "@/components/ui/choice-row";
import { FieldError } from "@/components/ui/field";
import { type KeyScope, keyScopes } from "@/lib/auth/permissions";
import { scopeNames } from "./scope-names";

interface ScopeChoiceProps {
  control: Control<{ name: string; scopes: KeyScope[] }>;
  error: string | undefined;
}

/** The scopes of a key, in any mixture. */
export function ScopeChoice({ control, error }: ScopeChoiceProps) {
  const { value, onChange } = useController({ control, name: "scopes" }).field;
  const toggle = (scope: KeyScope, on: boolean) =>
    onChange(keyScopes.filter((each) => (each === scope ? on : value.includes(each))));
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-2 font-medium text-sm">Scopes</legend>
      {keyScopes.map((scope) => (
        <ChoiceRow key={scope} side="left" label={scopeNames[scope].title} help={scopeNames[scope].may}>
          <Checkbox
            checked={value.includes(scope)}
            onCheckedChange={(checked) => toggle(scope, checked === true)}
          />
        </ChoiceRow>
      ))}
      <FieldError message={error} />
    </fieldset>
  );
}
