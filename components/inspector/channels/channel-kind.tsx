"use client";

import { Select } from "@/components/ui/select";
import { ChannelSetting, type ChannelSettingProps, cellControl, useUpdateChannel } from "./channel-setting";
import { reducerOptions, typeOptions } from "./channel-words";

/** What a channel holds. */
export function ChannelType({ entry, disabled, cell }: ChannelSettingProps) {
  const update = useUpdateChannel(entry);
  const { type, reducer } = entry.channel;
  return (
    <ChannelSetting label="Type" of={entry.name} cell={cell} problem={entry.problems.fields.type}>
      <Select
        options={typeOptions}
        value={type}
        disabled={disabled}
        className={cellControl(cell)}
        onValueChange={(next) => update({ type: next, reducer: next === "messages" ? "messages" : reducer })}
      />
    </ChannelSetting>
  );
}

/** How a channel combines its value with a write. */
export function ChannelReducer({ entry, disabled, cell }: ChannelSettingProps) {
  const update = useUpdateChannel(entry);
  return (
    <ChannelSetting
      label="When two writes meet"
      of={entry.name}
      cell={cell}
      problem={entry.problems.fields.reducer}
    >
      <Select
        options={reducerOptions}
        value={entry.channel.reducer}
        disabled={disabled}
        className={cellControl(cell)}
        onValueChange={(reducer) => update({ reducer })}
      />
    </ChannelSetting>
  );
}
