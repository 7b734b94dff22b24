"use client";

import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { JsonControl } from "../controls/code";
import type { FormField } from "../schema/form-fields";
import { ChannelReducer, ChannelType } from "./channel-kind";
import { ChannelName } from "./channel-name";
import { problemText } from "./channel-problems";
import { type ChannelSettingProps, useUpdateChannel } from "./channel-setting";

const defaultField: FormField = {
  name: "default",
  hints: { label: "Default", control: "json" },
  control: "json",
  optional: true,
  preset: undefined,
  choices: [],
  entry: [],
  entryHasId: false,
};

interface ChannelFieldsProps extends ChannelSettingProps {
  onRenamed: (from: string, to: string) => void;
}

/** The settings of one channel, one below the other. */
export function ChannelFields({ entry, disabled, onRenamed }: ChannelFieldsProps) {
  const update = useUpdateChannel(entry);
  const { channel, problems } = entry;
  const wrong = problems.fields.default;
  return (
    <>
      <ChannelName entry={entry} disabled={disabled} onRenamed={onRenamed} />
      <ChannelType entry={entry} disabled={disabled} />
      <ChannelReducer entry={entry} disabled={disabled} />
      <Field label="Description" optional>
        <Input
          value={channel.description ?? ""}
          maxLength={500}
          disabled={disabled}
          onChange={(event) => update({ description: event.target.value || undefined })}
        />
      </Field>
      <fieldset aria-label="Default" className="grid min-w-0 gap-1.5">
        <p className="font-medium">Default</p>
        <JsonControl
          field={defaultField}
          path="default"
          value={channel.default}
          disabled={disabled}
          onChange={(value) => update({ default: value })}
          aria-invalid={wrong ? true : undefined}
        />
        <p className="text-muted-foreground text-xs">
          The value before anything is written, as JSON. Empty: none.
        </p>
        <FieldError message={wrong && problemText(wrong)} />
      </fieldset>
    </>
  );
}
