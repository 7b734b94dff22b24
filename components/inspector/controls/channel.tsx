"use client";

import { X } from "lucide-react";
import { useEditor } from "@/components/editor/store/editor-context";
import { channelNameSchema } from "@/workflows/graph/channel";
import { useFormScope } from "../form-scope";
import { Combobox, type ComboboxOption } from "./combobox";
import { asList, asText, type ControlProps, inputProps } from "./control-props";

const nothing = "";

function useChannelOptions(): ComboboxOption[] {
  const channels = useEditor((state) => state.document.channels);
  return Object.entries(channels).map(([name, { type }]) => ({ value: name, label: name, note: type }));
}

const allowed = (name: string) => channelNameSchema.safeParse(name).success;
const createLabel = (name: string) => `Create channel “${name}”`;
const empty = "No channel has that name. Type a new one to create it.";

/** One channel, chosen or made on the spot. */
export function ChannelControl({ field, path, value, onChange, ...props }: ControlProps) {
  const options = useChannelOptions();
  const { createChannel } = useFormScope();
  const none: ComboboxOption[] = field.optional && value ? [{ value: nothing, label: "None" }] : [];
  return (
    <Combobox
      {...inputProps(props)}
      mono
      options={[...options, ...none]}
      value={asText(value) || undefined}
      onChange={(name) => onChange(name === nothing ? undefined : name)}
      create={{ label: createLabel, allowed, onCreate: (name) => createChannel(name, path, (made) => made) }}
      placeholder="Choose a channel"
      searchLabel="Find or create a channel"
      empty={empty}
    />
  );
}

/** Several channels as chips, in order. */
export function ChannelsControl({ field, path, value, onChange, ...props }: ControlProps) {
  const chosen = asList(value).filter((name) => typeof name === "string");
  const options = useChannelOptions().filter((option) => !chosen.includes(option.value));
  const { createChannel } = useFormScope();
  return (
    <div className="grid gap-1.5">
      {chosen.length > 0 ? (
        <ul className="flex flex-wrap gap-1">
          {chosen.map((name) => (
            <li
              key={name}
              className="inline-flex h-6 items-center gap-0.5 rounded-md border bg-muted pr-0.5 pl-2 font-mono text-xs pointer-coarse:h-9"
            >
              {name}
              <button
                type="button"
                aria-label={`Remove ${name}`}
                disabled={props.disabled}
                onClick={() => onChange(chosen.filter((each) => each !== name))}
                className="relative inline-flex size-5 items-center justify-center rounded-sm text-muted-foreground before:absolute before:-inset-1 hover:text-foreground pointer-coarse:size-8"
              >
                <X aria-hidden className="size-3" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <Combobox
        {...inputProps(props)}
        aria-label={`Add a channel: ${field.hints.label}`}
        mono
        options={options}
        value={undefined}
        onChange={(name) => onChange([...chosen, name])}
        create={{
          label: createLabel,
          allowed,
          onCreate: (name) => createChannel(name, path, (made) => [...chosen, made]),
        }}
        placeholder="Add a channel"
        searchLabel="Find or create a channel"
        empty={empty}
      />
    </div>
  );
}
