"use client";

import { useState } from "react";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { changeAll } from "@/components/editor/store/editor-store";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import {
  type Channel,
  type ChannelType,
  channelNameSchema,
  channelTypes,
  reducers,
} from "@/workflows/graph/channel";
import { JsonControl } from "../controls/code";
import type { FormField } from "../schema/form-fields";
import { reducerWords } from "./reducer-words";
import { useSaveOnLeave } from "./use-save-on-leave";

const typeWords: Record<ChannelType, string> = {
  string: "Text",
  number: "Number",
  boolean: "Yes or no",
  object: "Object",
  array: "List",
  messages: "Chat messages",
  any: "Anything",
};
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

interface ChannelFieldsProps {
  name: string;
  channel: Channel;
  disabled: boolean;
  onRenamed: (name: string) => void;
}

/** The settings of one channel. */
export function ChannelFields({ name, channel, disabled, onRenamed }: ChannelFieldsProps) {
  const store = useEditorStore();
  const [wrong, setWrong] = useState<string>();
  const update = (part: Partial<Channel>) =>
    store.getState().change({ op: "channel.update", name, channel: { ...channel, ...part } });

  const rename = useSaveOnLeave(name, async (text) => {
    const parsed = channelNameSchema.safeParse(text);
    if (!parsed.success) return setWrong(parsed.error.issues[0]?.message);
    const steps = [
      { op: "channel.remove", name } as const,
      { op: "channel.add", name: text, channel } as const,
    ];
    const problem = changeAll(store, steps, `Rename ${name}`);
    setWrong(problem?.message);
    if (!problem) onRenamed(text);
  });

  return (
    <>
      <Field
        label="Name"
        error={wrong ?? rename.error}
        help="Nodes that use the old name must be told the new one."
      >
        <Input
          {...rename.props}
          disabled={disabled}
          className="font-mono text-xs"
          autoComplete="off"
          spellCheck={false}
        />
      </Field>
      <Field label="Type">
        <Select
          options={channelTypes.map((value) => ({ value, label: typeWords[value] }))}
          value={channel.type}
          disabled={disabled}
          onValueChange={(type) =>
            update({ type, reducer: type === "messages" ? "messages" : channel.reducer })
          }
        />
      </Field>
      <Field label="When two writes meet">
        <Select
          options={reducers.map((value) => ({ value, ...reducerWords[value] }))}
          value={channel.reducer}
          disabled={disabled}
          onValueChange={(reducer) => update({ reducer })}
        />
      </Field>
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
        />
        <p className="text-muted-foreground text-xs">
          The value before anything is written, as JSON. Empty: none.
        </p>
      </fieldset>
    </>
  );
}
