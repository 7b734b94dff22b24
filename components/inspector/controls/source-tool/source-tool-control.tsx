"use client";

import { ArrowUpRight } from "lucide-react";
import Link from "next/link";
import { useConfigured } from "@/components/editor/store/use-configured";
import { Combobox } from "../combobox";
import { asRecord, asText, type ControlProps, inputProps } from "../control-props";
import { toolOptions } from "./tool-options";
import { ToolVersionSelect } from "./tool-version-select";

/** One of the tools that the workspace imported or wrote; what a graph must know of it is written beside its id. */
export function SourceToolControl({ value, onChange, ...props }: ControlProps) {
  const tools = useConfigured("")?.tools;
  const picked = asRecord(value);
  const id = asText(picked.id) || undefined;
  const tool = tools?.find((each) => each.id === id);
  const choose = (chosen: string) => {
    const next = tools?.find((each) => each.id === chosen);
    if (!next) return;
    const { name, repeatable, version } = next;
    // A graph keeps to what was chosen, until somebody chooses otherwise.
    onChange({ id: next.id, name, repeatable, ...(version !== null && { version }) });
  };
  return (
    <div className="grid gap-1.5">
      <Combobox
        {...inputProps(props)}
        options={toolOptions(tools ?? [], id && { id, name: asText(picked.name) })}
        value={id}
        onChange={choose}
        placeholder="Choose a tool"
        searchLabel="Find a tool"
        empty={tools ? "No tool has that name." : "Loading tools…"}
      />
      {tool && tool.version !== null ? (
        <ToolVersionSelect
          newest={tool.version}
          version={typeof picked.version === "number" ? picked.version : undefined}
          disabled={props.disabled}
          onChange={(version) => {
            const { version: _, ...rest } = picked;
            // What an older version does is not known here: at worst a person is asked once more after a crash.
            const isNewest = version === undefined || version === tool.version;
            const repeatable = isNewest && tool.repeatable;
            onChange({ ...rest, repeatable, ...(version !== undefined && { version }) });
          }}
        />
      ) : null}
      {tools?.length === 0 ? (
        <Link
          href="/settings/tools"
          className="inline-flex items-center gap-0.5 justify-self-start rounded-sm text-muted-foreground text-xs underline-offset-2 hover:text-foreground hover:underline pointer-coarse:min-h-11"
        >
          Import or write tools in the settings
          <ArrowUpRight aria-hidden className="size-3" />
        </Link>
      ) : null}
    </div>
  );
}
