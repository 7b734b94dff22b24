"use client";

import { useAgent } from "@/components/editor/agent-context";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { settingsSchema } from "@/workflows/graph/document";
import { useSaveOnLeave } from "./use-save-on-leave";

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
    </>
  );
}
