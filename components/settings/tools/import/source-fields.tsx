"use client";

import { useController, useWatch } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceRow } from "@/components/ui/choice-row";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Textarea } from "@/components/ui/textarea";
import { kindWords } from "../words";
import { AuthFields } from "./auth-fields";
import { CommandFields } from "./command-fields";
import type { SourceFormParts } from "./source-form-parts";

interface SourceFieldsProps extends SourceFormParts {
  /** The description is stored already: only where it stands can change. */
  stored?: boolean;
}

/** Where a source is, how it is called, and what it knows us by. */
export function SourceFields({ control, register, errors, setValue, stored = false }: SourceFieldsProps) {
  const kind = useWatch({ control, name: "kind" });
  const from = useController({ control, name: "from" }).field;
  const allowPrivate = useController({ control, name: "allowPrivate" }).field;
  const via = useController({ control, name: "via" }).field;
  const isApi = kind === "openapi";
  const isCommand = kind === "mcp" && via.value === "command";
  return (
    <>
      {isApi && !stored ? (
        <SegmentedControl
          label="Where the description is"
          options={[
            { value: "address", label: "From an address" },
            { value: "text", label: "Paste it" },
          ]}
          value={from.value}
          onValueChange={from.onChange}
          className="justify-self-start"
        />
      ) : null}
      {isApi && from.value === "address" ? (
        <Field label="Address of the description" error={errors.describedAt?.message}>
          <Input
            type="url"
            placeholder="https://api.example.com/openapi.json"
            autoComplete="off"
            {...register("describedAt")}
          />
        </Field>
      ) : null}
      {isApi && from.value === "text" && !stored ? (
        <Field
          label="Description"
          help="OpenAPI 3.0 or 3.1, as JSON or YAML."
          error={errors.document?.message}
        >
          <Textarea rows={8} spellCheck={false} className="font-mono text-xs" {...register("document")} />
        </Field>
      ) : null}
      {kind === "mcp" ? <CommandFields control={control} error={errors.command?.message} /> : null}
      {isCommand ? null : (
        <>
          <Field
            label={kindWords[kind].address}
            optional={isApi}
            help={isApi ? "What calls begin with. Empty: what the description says." : undefined}
            error={errors.address?.message}
          >
            <Input
              type="url"
              placeholder={isApi ? "https://api.example.com/v1" : "https://mcp.example.com/mcp"}
              autoComplete="off"
              {...register("address")}
            />
          </Field>
          <AuthFields control={control} register={register} setValue={setValue} errors={errors} />
          <ChoiceRow
            side="left"
            label="Allow private addresses"
            help="Needed for a service in your own network. Counts for these addresses alone."
          >
            <Checkbox
              checked={allowPrivate.value}
              onCheckedChange={(checked) => allowPrivate.onChange(checked === true)}
            />
          </ChoiceRow>
        </>
      )}
    </>
  );
}
