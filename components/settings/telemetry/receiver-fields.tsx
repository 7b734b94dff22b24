"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceRow } from "@/components/ui/choice-row";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Problems, TelemetryDraft } from "./draft";
import { HeaderFields } from "./header-fields";

const protocols = [
  { value: "http/protobuf", label: "HTTP", description: "What most receivers take, on port 4318" },
  { value: "grpc", label: "gRPC", description: "Collectors, on port 4317" },
  { value: "http/json", label: "HTTP with JSON", description: "For receivers that take nothing else" },
] as const;

export interface FieldsProps {
  draft: TelemetryDraft;
  problems: Problems;
  onChange: (change: Partial<TelemetryDraft>) => void;
}

/** Where traces are sent to. */
export function ReceiverFields({ draft, problems, onChange }: FieldsProps) {
  return (
    <>
      <ChoiceRow label="Send traces" help="Off: nothing is sent, and what waits is given up.">
        <Checkbox
          checked={draft.enabled}
          onCheckedChange={(checked) => onChange({ enabled: checked === true })}
        />
      </ChoiceRow>
      <Field
        label="Endpoint"
        help={
          draft.protocol === "grpc"
            ? "https:// for an encrypted connection, http:// for one without."
            : "The base address; /v1/traces is added where it is missing."
        }
        error={problems.endpoint}
      >
        <Input
          value={draft.endpoint}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder={
            draft.protocol === "grpc"
              ? "https://collector.example.com:4317"
              : "https://cloud.langfuse.com/api/public/otel"
          }
          onChange={(event) => onChange({ endpoint: event.target.value })}
        />
      </Field>
      <Field label="Protocol" error={problems.protocol}>
        <Select
          options={protocols}
          value={draft.protocol}
          onValueChange={(protocol) => onChange({ protocol })}
        />
      </Field>
      <HeaderFields
        headers={draft.headers}
        problems={problems}
        onChange={(headers) => onChange({ headers })}
      />
      <ChoiceRow
        label="It stands in the private network"
        help="Without this, private and loopback addresses are refused."
      >
        <Checkbox
          checked={draft.allowPrivate}
          onCheckedChange={(checked) => onChange({ allowPrivate: checked === true })}
        />
      </ChoiceRow>
    </>
  );
}
