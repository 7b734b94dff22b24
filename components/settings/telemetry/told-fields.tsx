"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceRow } from "@/components/ui/choice-row";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { FieldsProps } from "./receiver-fields";

/** How much is told, and to whom else. */
export function ToldFields({ draft, problems, onChange }: FieldsProps) {
  return (
    <>
      <Field
        label="Share of runs, percent"
        help="Of a trace all runs are sent or none. A caller's own decision counts first."
        error={problems.share}
      >
        <Input
          value={draft.share}
          inputMode="decimal"
          className="max-w-32"
          onChange={(event) => onChange({ share: event.target.value })}
        />
      </Field>
      <ChoiceRow
        label="Send content as well"
        help="What people, models and tools said, as the app shows it: secrets and masked personal data stay hidden. Without it only names, times, tokens and costs are sent."
      >
        <Checkbox
          checked={draft.content}
          onCheckedChange={(checked) => onChange({ content: checked === true })}
        />
      </ChoiceRow>
      <ChoiceRow
        label="Tell called services of the trace"
        help="HTTP requests, tools and MCP servers get the traceparent header, so that their own spans join the trace."
      >
        <Checkbox
          checked={draft.propagate}
          onCheckedChange={(checked) => onChange({ propagate: checked === true })}
        />
      </ChoiceRow>
    </>
  );
}
