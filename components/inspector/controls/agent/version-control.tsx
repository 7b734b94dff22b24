"use client";

import { Combobox, type ComboboxOption } from "../combobox";
import { type ControlProps, inputProps } from "../control-props";
import { useCalledAgent } from "./use-called-agent";

const live = "live";

/** The version that is live at the time of the call, or a certain one. */
export function AgentVersionControl({ value, onChange, ...props }: ControlProps) {
  const { agent } = useCalledAgent();
  const pinned = typeof value === "number" ? value : undefined;
  const newest = agent?.newestVersion ?? 0;
  const numbers = Array.from({ length: newest }, (_, index) => newest - index);
  const known = pinned === undefined || numbers.includes(pinned) ? numbers : [pinned, ...numbers];
  const options: ComboboxOption[] = [
    { value: live, label: "The live one", ...(agent?.liveVersion && { note: `now v${agent.liveVersion}` }) },
    ...known.map((number) => ({ value: String(number), label: `Always v${number}` })),
  ];
  return (
    <Combobox
      {...inputProps(props)}
      options={options}
      value={pinned === undefined ? live : String(pinned)}
      onChange={(chosen) => onChange(chosen === live ? undefined : Number(chosen))}
      placeholder="Choose a version"
      searchLabel="Find a version"
      empty="The agent has no such version."
    />
  );
}
