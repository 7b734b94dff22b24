"use client";

import { type Control, Controller, type FieldErrors, useWatch } from "react-hook-form";
import { z } from "zod";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceRow } from "@/components/ui/choice-row";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { fieldHints } from "@/workflows/nodes/field";
import { slotRules } from "@/workflows/routing/registry";
import { ruleSettings, type slotFormSchema, type TypedRules } from "./slot-schema";

type FormValues = z.input<typeof slotFormSchema>;

interface SlotRulesProps {
  control: Control<FormValues, unknown, z.output<typeof slotFormSchema>>;
  errors: FieldErrors<TypedRules> | undefined;
}

/** Which of the slot's models are left out of a call, and which is asked first: one box for each kind of rule. */
export function SlotRules({ control, errors }: SlotRulesProps) {
  const rules = useWatch({ control, name: "rules" });
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 font-medium text-sm">Rules</legend>
      {Object.entries(slotRules).map(([kind, { title, summary }]) => (
        <div key={kind} className="grid gap-2">
          <Controller
            control={control}
            name={`rules.${kind}.on`}
            render={({ field }) => (
              <ChoiceRow side="left" label={title} help={summary}>
                <Checkbox
                  checked={field.value}
                  onCheckedChange={(checked) => field.onChange(checked === true)}
                />
              </ChoiceRow>
            )}
          />
          {rules[kind]?.on ? (
            <div className="grid gap-2 pl-6.5">
              {Object.entries(ruleSettings(kind)).map(([name, schema]) => (
                <RuleSetting
                  key={name}
                  control={control}
                  kind={kind}
                  name={name}
                  schema={schema}
                  error={errors?.[kind]?.typed?.[name]?.message}
                />
              ))}
            </div>
          ) : null}
        </div>
      ))}
      <p className="text-muted-foreground text-xs">
        They apply in this order. Whatever they say, models are left out that cannot do what the call needs or
        may not see its data. Weights have the last word.
      </p>
    </fieldset>
  );
}

interface RuleSettingProps {
  control: SlotRulesProps["control"];
  kind: string;
  name: string;
  schema: z.core.$ZodType;
  error: string | undefined;
}

function RuleSetting({ control, kind, name, schema, error }: RuleSettingProps) {
  const hints = schema instanceof z.ZodType ? fieldHints(schema) : undefined;
  const options = schema instanceof z.ZodEnum ? schema.options.map(String) : undefined;
  return (
    <Field label={hints?.label ?? name} optional={schema instanceof z.ZodOptional} error={error}>
      <Controller
        control={control}
        name={`rules.${kind}.typed.${name}`}
        render={({ field }) =>
          options ? (
            <Select
              className="w-full"
              value={field.value || undefined}
              onValueChange={field.onChange}
              options={options.map((value) => ({ value, label: value }))}
            />
          ) : (
            <Input
              autoComplete="off"
              spellCheck={false}
              placeholder={hints?.placeholder}
              value={field.value ?? ""}
              onChange={field.onChange}
              onBlur={field.onBlur}
            />
          )
        }
      />
    </Field>
  );
}
