"use client";

import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { ChoiceRow } from "@/components/ui/choice-row";
import { Switch } from "@/components/ui/switch";

/** Whether what runs get from outside is kept. */
export function RecordingSetting({ disabled }: { disabled: boolean }) {
  const store = useEditorStore();
  const settings = useEditor((state) => state.document.settings);
  const set = (on: boolean) =>
    store.getState().change({
      op: "settings.update",
      settings: { ...settings, recording: on ? undefined : "off" },
    });
  return (
    <ChoiceRow
      label="Record runs"
      help="Answers of models, tools, addresses and people are kept with each run, without secrets, for as long as its trace. Without them a run cannot be replayed or turned into a test."
    >
      <Switch checked={settings.recording !== "off"} disabled={disabled} onCheckedChange={set} />
    </ChoiceRow>
  );
}
