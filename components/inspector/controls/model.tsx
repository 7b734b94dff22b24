"use client";

import { useEndpoint } from "@/components/data/use-endpoint";
import { listModels } from "@/lib/api/contract/models";
import { Combobox, type ComboboxOption } from "./combobox";
import { asText, type ControlProps, inputProps } from "./control-props";

/** A model of one of the workspace's connections, or the offline one. */
export function ModelControl({ value, onChange, ...props }: ControlProps) {
  const { data, isPending, isError } = useEndpoint(listModels, {});
  const options: ComboboxOption[] = (data?.items ?? []).map((item) => ({
    value: item.reference,
    label: item.provider === "offline" ? "Offline model (not an AI)" : item.model,
    group: item.connection,
  }));
  return (
    <Combobox
      {...inputProps(props)}
      options={options}
      value={asText(value) || undefined}
      onChange={onChange}
      placeholder="Choose a model"
      searchLabel="Find a model"
      empty={emptyWords(isPending, isError)}
    />
  );
}

function emptyWords(loading: boolean, failed: boolean): string {
  if (loading) return "Loading models…";
  if (failed) return "The models could not be loaded. Open the list again in a moment.";
  return "No such model. An administrator adds connections in Settings → Models.";
}
