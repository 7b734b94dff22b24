"use client";

import { useEditorStore } from "@/components/editor/store/editor-context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type Policy, policySchema } from "@/workflows/graph/node";
import { MoreSettings } from "../more-settings";

interface PolicySectionProps {
  nodeId: string;
  policy: Policy;
  disabled: boolean;
}

const onErrorOptions = [
  { value: "fail", label: "The run fails", description: "It stops here and says why" },
  {
    value: "port",
    label: "Leave by the error port",
    description: "The run goes on there; expressions can read error.message",
  },
] as const;

/** What happens when a node fails or takes too long. */
export function PolicySection({ nodeId, policy, disabled }: PolicySectionProps) {
  const store = useEditorStore();
  const set = (part: Partial<Policy>) => {
    const next = policySchema.safeParse({ ...policy, ...part });
    if (next.success) store.getState().change({ op: "node.policy", id: nodeId, policy: next.data });
  };
  const attempts = policy.retry?.maxAttempts ?? 1;
  const setRetry = (part: Partial<NonNullable<Policy["retry"]>>) => {
    const retry = {
      initialIntervalMs: 500,
      backoffFactor: 2,
      ...policy.retry,
      maxAttempts: attempts,
      ...part,
    };
    set({ retry: retry.maxAttempts > 1 ? retry : undefined });
  };
  return (
    <MoreSettings title="When it fails">
      <Field label="On an error">
        <Select
          options={onErrorOptions}
          value={policy.onError}
          disabled={disabled}
          onValueChange={(onError) => set({ onError })}
        />
      </Field>
      <Field label="Attempts" help="How often it is tried in all, 1 to 10.">
        <NumberInput
          value={attempts}
          min={1}
          max={10}
          disabled={disabled}
          onNumber={(maxAttempts) => setRetry({ maxAttempts: maxAttempts ?? 1 })}
        />
      </Field>
      {policy.retry ? (
        <Field
          label="First wait (ms)"
          help={`Each further wait is ${policy.retry.backoffFactor} times as long.`}
        >
          <NumberInput
            value={policy.retry.initialIntervalMs}
            min={0}
            max={600_000}
            disabled={disabled}
            onNumber={(initialIntervalMs) => setRetry({ initialIntervalMs: initialIntervalMs ?? 0 })}
          />
        </Field>
      ) : null}
      <Field label="Time limit (ms)" optional help="For one attempt. Empty: only the run's own limit holds.">
        <NumberInput
          value={policy.timeoutMs}
          min={1}
          max={86_400_000}
          disabled={disabled}
          onNumber={(timeoutMs) => set({ timeoutMs })}
        />
      </Field>
    </MoreSettings>
  );
}

interface NumberInputProps {
  id?: string;
  value: number | undefined;
  min: number;
  max: number;
  disabled: boolean;
  onNumber: (value: number | undefined) => void;
}

function NumberInput({ value, onNumber, ...props }: NumberInputProps) {
  return (
    <Input
      {...props}
      type="number"
      step={1}
      value={value ?? ""}
      onChange={(event) => onNumber(event.target.value === "" ? undefined : event.target.valueAsNumber)}
    />
  );
}
