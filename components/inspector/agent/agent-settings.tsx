"use client";

import { useAgent } from "@/components/editor/agent-context";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select, type SelectOption } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { type Durability, settingsSchema } from "@/workflows/graph/document";
import { KeptAnswersSettings } from "./kept-answers";
import { RecordingSetting } from "./recording-setting";
import { useSaveOnLeave } from "./use-save-on-leave";

const durabilityOptions = [
  { value: "sync", label: "After each step", description: "A finished step never runs again" },
  { value: "exit", label: "At pauses and the end", description: "Faster, for work that may be repeated" },
] as const satisfies readonly SelectOption<Durability>[];

const durabilityHelp: Record<Durability, string> = {
  sync: "Each step is stored before the next begins. If the server stops, the run goes on where it was.",
  exit: "Steps in between are not stored. If the server stops, the run starts again at its beginning or its last pause: models are asked and paid for again, and you are asked about every step that must not happen twice, even if it was done.",
};

/** Name, description and the limits of a run. */
export function AgentSettings() {
  const { agent, update } = useAgent();
  const readOnly = useEditor((state) => state.readOnly);
  const name = useSaveOnLeave(agent.name, (text) => update({ name: text }), {
    required: "An agent needs a name.",
  });
  const description = useSaveOnLeave(agent.description, (text) => update({ description: text }));
  return (
    <div className="grid gap-4 p-4">
      <Field label="Name" error={name.error}>
        <Input {...name.props} maxLength={120} disabled={readOnly} />
      </Field>
      <Field
        label="Description"
        optional
        error={description.error}
        help="Shown in the list of agents and on its chat page."
      >
        <Textarea {...description.props} rows={3} maxLength={2_000} disabled={readOnly} />
      </Field>
      <Limits disabled={readOnly} />
      <RecordingSetting disabled={readOnly} />
      <KeptAnswersSettings disabled={readOnly} />
    </div>
  );
}

function Limits({ disabled }: { disabled: boolean }) {
  const store = useEditorStore();
  const settings = useEditor((state) => state.document.settings);
  const set = (part: Partial<typeof settings>) => {
    const next = settingsSchema.safeParse({ ...settings, ...part });
    if (next.success) store.getState().change({ op: "settings.update", settings: next.data });
  };
  return (
    <>
      <Field
        label="Most steps of a run"
        help="A run that needs more stops with “recursion limit reached”. 1 to 10,000."
      >
        <Input
          type="number"
          min={1}
          max={10_000}
          step={1}
          disabled={disabled}
          value={settings.recursionLimit}
          onChange={(event) => set({ recursionLimit: event.target.valueAsNumber })}
        />
      </Field>
      <Field label="Time limit of a run (seconds)" help="Time spent waiting for people does not count.">
        <Input
          type="number"
          min={1}
          max={86_400}
          step={1}
          disabled={disabled}
          value={Math.round(settings.timeoutMs / 1_000)}
          onChange={(event) => set({ timeoutMs: event.target.valueAsNumber * 1_000 })}
        />
      </Field>
      <Field label="When a run is stored" help={durabilityHelp[settings.durability ?? "sync"]}>
        <Select
          options={durabilityOptions}
          value={settings.durability ?? "sync"}
          disabled={disabled}
          onValueChange={(durability) => set({ durability: durability === "sync" ? undefined : durability })}
        />
      </Field>
    </>
  );
}
