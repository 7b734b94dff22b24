"use client";

import type { ComponentProps } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { formatCount } from "@/components/ui/format/count";
import { formatMoney } from "@/components/ui/format/money";
import type { CallOutput } from "@/lib/api/contract/endpoint";
import { listModels } from "@/lib/api/contract/models";
import { Combobox, type ComboboxOption } from "./combobox";

type OfferedModel = CallOutput<typeof listModels>["items"][number];

interface ModelPickerProps
  extends Omit<ComponentProps<typeof Combobox>, "options" | "placeholder" | "searchLabel" | "empty"> {
  /** Offered before the models. */
  before?: readonly ComboboxOption[];
}

/** A model of one of the workspace's connections, or the offline one, found by typing. */
export function ModelPicker({ before = [], ...props }: ModelPickerProps) {
  const { data, isPending, isError } = useEndpoint(listModels, {});
  const models: ComboboxOption[] = (data?.items ?? []).map((item) => ({
    value: item.reference,
    label: item.provider === "offline" ? "Offline model (not an AI)" : item.model,
    group: item.connection,
    detail: detailOf(item),
  }));
  return (
    <Combobox
      {...props}
      options={[...before, ...models]}
      placeholder="Choose a model"
      searchLabel="Find a model"
      empty={emptyWords(isPending, isError)}
    />
  );
}

/** What it can see beside text and what it costs, in a line. */
function detailOf({ facts, inputPrice, outputPrice, provider }: OfferedModel): string {
  if (provider === "offline") return "";
  const price = [inputPrice, outputPrice].every((each) => each !== null)
    ? `${formatMoney(inputPrice)} / ${formatMoney(outputPrice)}`
    : "";
  const abilities = noted.filter((name) => facts[name]);
  const context = facts.contextTokens === undefined ? "" : formatCount(facts.contextTokens);
  return [...abilities, context, price].filter(Boolean).join(" · ");
}

const noted = ["tools", "images", "reasoning"] as const;

function emptyWords(loading: boolean, failed: boolean): string {
  if (loading) return "Loading models…";
  if (failed) return "The models could not be loaded. Open the list again in a moment.";
  return "No such model. An administrator adds connections in Settings → Models.";
}
