"use client";

import { Pencil, Undo2 } from "lucide-react";
import { InputField } from "@/components/run/input/input-field";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { Channel, Channels } from "@/workflows/graph/channel";
import type { JsonObject } from "@/workflows/graph/json";
import { withEntry, withoutKeys } from "@/workflows/graph/record";
import type { Typed } from "./state-edits";

interface StateFormProps {
  channels: Channels;
  before: JsonObject;
  typed: Typed;
  problems: Record<string, string>;
  onChange: (typed: Typed) => void;
}

/** Each channel with its value; a field only where somebody wants to change it. */
export function StateForm({ channels, before, typed, problems, onChange }: StateFormProps) {
  return (
    <ul className="grid min-w-0 gap-2">
      {Object.entries(channels).map(([name, channel]) => (
        <li key={name} className="min-w-0 rounded-md border p-2.5">
          <ChannelRow
            name={name}
            channel={channel}
            before={before}
            entry={typed[name]}
            problem={problems[name]}
            onChange={(entry) => onChange(entry ? withEntry(typed, name, entry) : withoutKeys(typed, [name]))}
          />
        </li>
      ))}
    </ul>
  );
}

interface ChannelRowProps {
  name: string;
  channel: Channel;
  before: JsonObject;
  entry: Typed[string] | undefined;
  problem: string | undefined;
  onChange: (entry: Typed[string] | undefined) => void;
}

const hows = [
  { value: "set", label: "Replace" },
  { value: "write", label: "Write to it" },
] as const;

function ChannelRow({ name, channel, before, entry, problem, onChange }: ChannelRowProps) {
  const combines = channel.reducer !== "replace";
  if (!entry) {
    return (
      <div className="grid min-w-0 gap-1">
        <div className="flex min-w-0 items-center justify-between gap-2">
          <p className="min-w-0 break-words text-xs">
            <span className="font-mono">{name}</span>{" "}
            <span className="text-muted-foreground">{channel.type}</span>
          </p>
          <Button
            size="sm"
            variant="ghost"
            aria-label={`Change ${name}`}
            onClick={() => onChange({ how: "set", value: before[name] })}
          >
            <Pencil aria-hidden />
            Change
          </Button>
        </div>
        <JsonTree value={before[name] ?? null} label={name} openDepth={0} />
      </div>
    );
  }
  return (
    <div className="grid min-w-0 gap-2">
      <InputField
        input={{ channel: name, type: channel.type, required: true, description: channel.description }}
        value={entry.value}
        error={problem}
        onChange={(value) => onChange({ ...entry, value })}
      />
      {channel.type === "boolean" ? <FieldError message={problem} /> : null}
      <div className="flex flex-wrap items-center gap-2">
        {combines ? (
          <SegmentedControl
            label={`How ${name} changes`}
            options={hows}
            value={entry.how}
            onValueChange={(how) => onChange({ ...entry, how })}
          />
        ) : null}
        {combines && entry.how === "write" ? (
          <span className="text-muted-foreground text-xs">
            Through its reducer (<span className="font-mono">{channel.reducer}</span>), as a node writes.
          </span>
        ) : null}
        <Button
          size="sm"
          variant="ghost"
          className="ml-auto"
          aria-label={`Leave ${name} as it was`}
          onClick={() => onChange(undefined)}
        >
          <Undo2 aria-hidden />
          As it was
        </Button>
      </div>
    </div>
  );
}
