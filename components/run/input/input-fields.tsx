"use client";

import type { Json } from "@/workflows/graph/json";
import { useDock, useDockStore } from "../dock/dock-store";
import { InputField } from "./input-field";
import type { RunInput } from "./run-inputs";

interface InputFieldsProps {
  inputs: readonly RunInput[];
  /** Channels that must be filled in before the run. */
  missing: readonly string[];
}

/** A form made from the channels that Start asks for; messages have a box of their own. */
export function InputFields({ inputs, missing }: InputFieldsProps) {
  const dock = useDockStore();
  const values = useDock((state) => state.values);
  const set = (channel: string, value: Json | undefined) => {
    const { [channel]: _, ...rest } = dock.getState().values;
    dock.setState({ values: value === undefined ? rest : { ...rest, [channel]: value } });
  };
  return inputs
    .filter((input) => input.type !== "messages")
    .map((input) => (
      <InputField
        key={input.channel}
        input={input}
        value={values[input.channel]}
        error={missing.includes(input.channel) ? "Fill this in before the run." : undefined}
        onChange={(value) => set(input.channel, value)}
      />
    ));
}
