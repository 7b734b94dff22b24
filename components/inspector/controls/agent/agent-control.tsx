"use client";

import { ArrowUpRight } from "lucide-react";
import Link from "next/link";
import { useEditor } from "@/components/editor/store/editor-context";
import { useConfigured } from "@/components/editor/store/use-configured";
import { Combobox } from "../combobox";
import { asText, type ControlProps, inputProps } from "../control-props";
import { agentOptions } from "./agent-options";

/** One of the workspace's agents, by name. */
export function AgentControl({ value, onChange, ...props }: ControlProps) {
  const own = useEditor((state) => state.agentId);
  const configured = useConfigured("");
  const slug = asText(value) || undefined;
  const agent = configured?.agents.find((known) => known.slug === slug && !known.isDeleted);
  return (
    <div className="grid gap-1">
      <Combobox
        {...inputProps(props)}
        options={agentOptions(configured?.agents ?? [], own, slug)}
        value={slug}
        onChange={onChange}
        placeholder="Choose an agent"
        searchLabel="Find an agent"
        empty={configured ? "No other agent of this workspace has that name." : "Loading agents…"}
      />
      {agent ? (
        <Link
          href={`/agents/${agent.id}`}
          className="inline-flex items-center gap-0.5 justify-self-start rounded-sm text-muted-foreground text-xs underline-offset-2 hover:text-foreground hover:underline pointer-coarse:min-h-11"
        >
          {`Open ${agent.name}`}
          <ArrowUpRight aria-hidden className="size-3" />
        </Link>
      ) : null}
    </div>
  );
}
