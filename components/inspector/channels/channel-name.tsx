"use client";

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { type ChannelPanel, useEditorUi, useEditorUiStore } from "@/components/editor/store/editor-ui";
import { plural } from "@/components/ui/format/count";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { channelNameSchema } from "@/workflows/graph/channel";
import type { GraphDocument } from "@/workflows/graph/document";
import { type ChannelPlace, channelPlaces, renameChannel } from "@/workflows/graph/rename-channel";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { ChannelSetting, type ChannelSettingProps, cellControl } from "./channel-setting";

interface ChannelNameProps extends ChannelSettingProps {
  onRenamed: (from: string, to: string) => void;
}

/** A channel's name. Another one takes every place along that uses the channel, and says how many before. */
export function ChannelName({ entry, disabled, cell, onRenamed }: ChannelNameProps) {
  const { name, problems } = entry;
  const store = useEditorStore();
  const [draft, setDraft] = useState<string | null>(null);
  const input = useNameFocus(name, cell ? "dock" : "inspector");
  const typing = draft !== null && draft !== name;
  const places = useMemo(
    () => (typing ? channelPlaces(store.getState().document, name, nodeDefinitions) : []),
    [typing, store, name],
  );
  const wrong = typing ? nameProblem(store.getState().document, draft) : undefined;

  const commit = () => {
    if (!typing) return setDraft(null);
    if (wrong !== undefined) return;
    const { document, change } = store.getState();
    const problem = change(renameChannel(document, name, draft, nodeDefinitions));
    if (problem) return toast.failed("The channel was not renamed", new Error(problem.message));
    onRenamed(name, draft);
    setDraft(null);
    if (places.length > 0) toast.done(`“${name}” is now “${draft}”`, `Changed with it: ${inWords(places)}.`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") commit();
    if (event.key !== "Escape" || draft === null) return;
    event.stopPropagation();
    setDraft(null);
  };
  return (
    <ChannelSetting
      label="Name"
      of={name}
      cell={cell}
      error={wrong}
      problem={problems.fields.name}
      help={typing && wrong === undefined ? renaming(places) : undefined}
    >
      <Input
        ref={input}
        value={draft ?? name}
        disabled={disabled}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
        className={cellControl(cell, "ml-0 w-full font-mono text-xs")}
      />
    </ChannelSetting>
  );
}

/** A channel that was just made, or is to be renamed, has its name ready to be typed over. */
function useNameFocus(name: string, here: ChannelPanel) {
  const input = useRef<HTMLInputElement>(null);
  const ui = useEditorUiStore();
  const wanted = useEditorUi(
    ({ openChannel }) => openChannel?.channel === name && openChannel.rename === here,
  );
  useEffect(() => {
    if (!wanted) return;
    ui.setState({ openChannel: { channel: name } });
    input.current?.focus();
    input.current?.select();
  }, [wanted, ui, name]);
  return input;
}

function nameProblem({ channels }: GraphDocument, name: string): string | undefined {
  if (Object.hasOwn(channels, name)) return `There is a channel named “${name}” already.`;
  return channelNameSchema.safeParse(name).error?.issues[0]?.message;
}

function renaming(places: readonly ChannelPlace[]): string {
  if (places.length === 0) return "Nothing uses it yet. Enter renames it.";
  return `Enter also changes ${inWords(places)}.`;
}

/** “7 places in 3 nodes”. */
export function inWords(places: readonly ChannelPlace[]): string {
  const nodes = new Set(places.map(({ nodeId }) => nodeId));
  return `${plural(places.length, "place")} in ${plural(nodes.size, "node")}`;
}
