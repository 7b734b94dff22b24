"use client";

import { Trash2 } from "lucide-react";
import { useEditor } from "@/components/editor/store/editor-context";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { channelNameSchema } from "@/workflows/graph/channel";
import type { Json } from "@/workflows/graph/json";
import { useFieldError, useFormScope } from "../../form-scope";
import { Combobox, type ComboboxOption } from "../combobox";
import type { Direction, MappingRow } from "./mapping";

interface MappingLineProps {
  row: MappingRow;
  direction: Direction;
  /** Of the setting that holds the list. */
  path: string;
  disabled: boolean;
  /** The list with another channel in this line; `undefined` takes the line out. */
  write: (here: string | undefined) => Json[];
  onChange: (value: Json) => void;
}

/** A channel of the called agent, its type, and the channel here that goes with it. */
export function MappingLine({ row, direction, path, disabled, write, onChange }: MappingLineProps) {
  const { createChannel } = useFormScope();
  const { name, there, index, here } = row;
  const at = `${path}.${index ?? "none"}`;
  const error = useFieldError(at, `${at}.from`, `${at}.to`);
  const options = useOptions(row);
  return (
    <div data-field={at}>
      <Field
        className="gap-1 [&_label]:font-mono [&_label]:text-xs"
        label={name || "unnamed"}
        aside={
          there ? (
            <span className="text-muted-foreground text-xs">
              {there.required ? `${there.type}, required` : there.type}
            </span>
          ) : (
            <IconButton
              icon={Trash2}
              label={`Remove ${name || "unnamed"}`}
              disabled={disabled}
              onClick={() => onChange(write(undefined))}
            />
          )
        }
        help={there?.description}
        error={error}
      >
        <Combobox
          mono
          disabled={disabled}
          options={here === undefined ? options : [...options, { value: none, label: words[direction].none }]}
          value={here}
          onChange={(chosen) => onChange(write(chosen === none ? undefined : chosen))}
          create={{
            label: (made) => `Create channel “${made}”`,
            allowed: (made) => channelNameSchema.safeParse(made).success,
            onCreate: (made) => createChannel(made, path, write, there?.type),
          }}
          placeholder={words[direction].none}
          searchLabel="Find or create a channel"
          empty="No channel has that name. Type a new one to create it."
        />
      </Field>
    </div>
  );
}

/** Channels that fit come first. */
function useOptions({ there }: MappingRow): ComboboxOption[] {
  const channels = Object.entries(useEditor((state) => state.document.channels));
  const fitting = channels.filter(([, channel]) => there?.fits(channel) ?? true);
  const others = channels.filter((entry) => !fitting.includes(entry));
  const group = (title: string | undefined, list: typeof channels) =>
    list.map(([name, { type }]) => ({
      value: name,
      label: name,
      note: type,
      ...(title && { group: title }),
    }));
  return [...group(others.length > 0 ? "Fits" : undefined, fitting), ...group("Another type", others)];
}

/** No channel can have this name. */
const none = "-";
const words = { in: { none: "Not given" }, out: { none: "Not kept" } };
