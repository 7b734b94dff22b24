"use client";

import { useState } from "react";
import { Input } from "@/components/ui/input";
import type { ChannelType } from "@/workflows/graph/channel";
import { type Json, jsonSchema } from "@/workflows/graph/json";
import { ChannelSetting, type ChannelSettingProps, cellControl, useUpdateChannel } from "./channel-setting";

/** The value before anything is written, on one line: JSON, or for a channel that holds text just the text. */
export function ChannelDefault({ entry, disabled, cell }: ChannelSettingProps) {
  const update = useUpdateChannel(entry);
  const [draft, setDraft] = useState<string | null>(null);
  const saved = entry.channel.default === undefined ? "" : JSON.stringify(entry.channel.default);
  const read = draft === null ? undefined : readDefault(draft, entry.channel.type);
  const commit = () => {
    if (draft === null || !read?.ok) return;
    setDraft(null);
    if (draft !== saved) update({ default: read.value });
  };
  return (
    <ChannelSetting
      label="Default"
      of={entry.name}
      cell={cell}
      error={read && !read.ok ? read.problem : undefined}
      problem={entry.problems.fields.default}
    >
      <Input
        value={draft ?? saved}
        disabled={disabled}
        placeholder="None"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
          if (event.key === "Escape") setDraft(null);
        }}
        className={cellControl(cell, "font-mono text-xs")}
      />
    </ChannelSetting>
  );
}

type Read = { ok: true; value: Json | undefined } | { ok: false; problem: string };

function readDefault(text: string, type: ChannelType): Read {
  if (text.trim() === "") return { ok: true, value: undefined };
  try {
    return { ok: true, value: jsonSchema.parse(JSON.parse(text)) };
  } catch {
    if (type === "string") return { ok: true, value: text };
    return { ok: false, problem: "This is not JSON, so it is not saved. Write texts in quotes." };
  }
}
