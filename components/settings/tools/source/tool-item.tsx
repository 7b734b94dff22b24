"use client";

import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { useMe } from "@/components/data/use-me";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { formatCount, plural } from "@/components/ui/format/count";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { principalNames } from "@/workflows/graph/principal";
import type { SourceTool } from "../items";
import { effectWords, stateWords } from "../words";
import { ToolSettingsForm } from "./tool-settings-form";
import { TryTool } from "./try-tool";

/** A tool, and folded away what it takes, its settings and a form to try it. */
export function ToolItem({ tool }: { tool: SourceTool }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { can } = useMe();
  const state = stateWords[tool.state];
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="flex w-full items-center gap-3 px-4 py-3 text-left transition-colors hover:bg-accent focus-visible:outline-offset-[-2px]"
      >
        <span className="grid min-w-0 flex-1 gap-0.5">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="break-all font-medium font-mono text-xs">{tool.name}</span>
            <Badge>{effectWords[tool.effect].label}</Badge>
            {tool.settings.asks ? <Badge tone="waiting">Asks first</Badge> : null}
            {tool.settings.usableFor ? (
              <Badge>{`Only for ${principalNames(tool.settings.usableFor)}`}</Badge>
            ) : null}
          </span>
          <span className="break-words text-muted-foreground text-xs">{tool.title}</span>
        </span>
        <Status tone={state.tone} label={state.label} className="text-xs" />
        <ChevronRight
          aria-hidden
          className={cn("size-4 shrink-0 text-muted-foreground transition-transform", open && "rotate-90")}
        />
      </button>
      {open ? (
        <div id={id} className="grid min-w-0 grid-cols-1 gap-4 border-t bg-canvas px-4 py-4">
          <div className="grid gap-1 text-sm">
            <p className="whitespace-pre-wrap break-words">{tool.description}</p>
            <p className="break-words text-muted-foreground text-xs">
              <span className="break-all font-mono">{tool.key}</span>
              {` · ${effectWords[tool.effect].help} Version ${tool.version}, approved `}
              <RelativeTime time={tool.approvedAt} />
            </p>
            {tool.kept.calls > 0 ? (
              <p className="text-muted-foreground text-xs tabular-nums">
                {`Kept answers served ${formatCount(tool.kept.hits)} of ${plural(tool.kept.calls, "call")}`}
              </p>
            ) : null}
          </div>
          <details>
            <summary className="text-sm">Arguments as JSON Schema</summary>
            <JsonTree value={tool.parameters} label="arguments" openDepth={2} className="mt-2" />
          </details>
          {can("tool.try") ? <TryTool tool={tool} /> : null}
          {can("tool.manage") ? <ToolSettingsForm tool={tool} /> : null}
        </div>
      ) : null}
    </li>
  );
}
