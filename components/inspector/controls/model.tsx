"use client";

import type { ComponentProps } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { listSlots } from "@/lib/api/contract/model-slots";
import { slotReference } from "@/workflows/graph/model-slot";
import type { ComboboxOption } from "./combobox";
import { asText, type ControlProps, inputProps } from "./control-props";
import { ModelPicker } from "./model-picker";

/** A slot for models, a model of one of the workspace's connections, or the offline one. */
export function ModelControl({ value, onChange, ...props }: ControlProps) {
  return <ModelControlPicker {...inputProps(props)} value={asText(value) || undefined} onChange={onChange} />;
}

/** The same outside of a node's form. */
export function ModelControlPicker(props: Omit<ComponentProps<typeof ModelPicker>, "before">) {
  const { data } = useEndpoint(listSlots, {});
  const slots: ComboboxOption[] = (data?.items ?? []).map(({ name, models }) => ({
    value: slotReference(name),
    label: name,
    group: "Slots",
    note: models.length > 1 ? `${models.length} models` : "",
  }));
  return <ModelPicker {...props} before={slots} />;
}
