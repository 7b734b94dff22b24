"use client";

import { type Control, useController } from "react-hook-form";
import { useEndpoint } from "@/components/data/use-endpoint";
import { Field } from "@/components/ui/field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { listCommands } from "@/lib/api/contract/tools";
import type { SourceForm } from "./source-form-schema";

/** Whether an MCP server is at an address or one of the operator's commands; where there are none, nothing is asked. */
export function CommandFields({
  control,
  error,
}: {
  control: Control<SourceForm>;
  error: string | undefined;
}) {
  const via = useController({ control, name: "via" }).field;
  const command = useController({ control, name: "command" }).field;
  const known = useEndpoint(listCommands, {}).data?.items ?? [];
  const names = [...new Set([...known.map(({ name }) => name), ...(command.value ? [command.value] : [])])];
  if (names.length === 0) return null;
  return (
    <>
      <SegmentedControl
        label="Where the server is"
        options={[
          { value: "address", label: "At an address" },
          { value: "command", label: "A command here" },
        ]}
        value={via.value}
        onValueChange={via.onChange}
        className="justify-self-start"
      />
      {via.value === "command" ? (
        <Field
          label="Command"
          help="Named by whoever operates this installation. It is started for each call and ends with it."
          error={error}
        >
          <Select
            className="w-full"
            value={command.value || undefined}
            onValueChange={command.onChange}
            placeholder="Choose a command"
            options={names.map((name) => ({ value: name, label: name }))}
          />
        </Field>
      ) : null}
    </>
  );
}
