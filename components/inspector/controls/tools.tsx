"use client";

import { ChevronRight, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { nodeIcon } from "@/components/canvas/nodes/node-icons";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { TintedIcon } from "@/components/ui/tint";
import type { Json } from "@/workflows/graph/json";
import type { ToolDefinition } from "@/workflows/tools/definition";
import { toolDefinitions } from "@/workflows/tools/registry";
import { toolEntryFields } from "@/workflows/tools/tool-entry";
import { ConfigForm } from "../config-form";
import { useFormScope } from "../form-scope";
import { asList, asRecord, asText, type ControlProps } from "./control-props";

const definitions: Readonly<Record<string, ToolDefinition>> = toolDefinitions;

/** The tools a model may use, each with its own settings. */
export function ToolsControl({ path, value, onChange, disabled }: ControlProps) {
  const tools = asList(value).map(asRecord);
  const replace = (index: number, tool: Record<string, Json>) =>
    onChange(tools.map((other, at) => (at === index ? tool : other)));
  const add = ({ type, initial }: ToolDefinition) =>
    onChange([...tools, { type, attempts: 1, config: initial }]);
  return (
    <div className="grid gap-2">
      {tools.map((tool, index) => (
        <Tool
          // biome-ignore lint/suspicious/noArrayIndexKey: tools have no identity beyond their place
          key={index}
          definition={definitions[asText(tool.type)]}
          tool={tool}
          path={`${path}.${index}`}
          disabled={disabled}
          onChange={(next) => replace(index, next)}
          onRemove={() => onChange(tools.filter((_, at) => at !== index))}
        />
      ))}
      {disabled ? null : (
        <DropdownMenu>
          <DropdownMenuTrigger>
            <Button size="sm" className="justify-self-start">
              <Plus aria-hidden />
              Add tool
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="start" className="w-72">
            {Object.values(definitions).map((definition) => (
              <DropdownMenuItem
                key={definition.type}
                icon={nodeIcon(definition.icon)}
                onSelect={() => add(definition)}
              >
                <span className="grid py-0.5">
                  <span>{definition.title}</span>
                  <span className="text-muted-foreground text-xs">{definition.summary}</span>
                </span>
              </DropdownMenuItem>
            ))}
          </DropdownMenuContent>
        </DropdownMenu>
      )}
    </div>
  );
}

interface ToolProps {
  definition: ToolDefinition | undefined;
  tool: Record<string, Json>;
  path: string;
  disabled: boolean;
  onChange: (tool: Record<string, Json>) => void;
  onRemove: () => void;
}

function Tool({ definition, tool, path, disabled, onChange, onRemove }: ToolProps) {
  const { issues } = useFormScope();
  const broken = issues.some((issue) => issue.path.field?.startsWith(path));
  const [open, setOpen] = useState(broken);
  if (!definition) return null;
  const config = asRecord(tool.config);
  const name = asText(config.name) || asText(config.slug) || asText(asRecord(config.tool).name);
  const asksFirst = tool.approval !== undefined && tool.approval !== "never";
  return (
    <fieldset aria-label={definition.title} className="rounded-md border bg-canvas">
      <div className="flex items-center gap-2 p-1.5">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="flex min-h-7 min-w-0 flex-1 items-center gap-2 text-left pointer-coarse:min-h-11"
        >
          <TintedIcon icon={nodeIcon(definition.icon)} tint="tools" className="size-6 [&_svg]:size-3.5" />
          <span className="min-w-0 flex-1 truncate text-sm">
            {definition.title}
            {name ? <span className="ml-1.5 font-mono text-muted-foreground text-xs">{name}</span> : null}
          </span>
          {asksFirst ? <Badge tone="waiting">asks first</Badge> : null}
          {broken ? <span className="text-failed-ink text-xs">incomplete</span> : null}
          <ChevronRight
            aria-hidden
            className={cn("size-4 text-muted-foreground transition-transform", open && "rotate-90")}
          />
        </button>
        <IconButton
          icon={Trash2}
          label={`Remove ${definition.title}`}
          disabled={disabled}
          onClick={onRemove}
        />
      </div>
      {open ? (
        <div className="grid gap-4 border-t p-2.5">
          <ConfigForm
            schema={definition.config}
            values={config}
            path={`${path}.config`}
            disabled={disabled}
            onChange={(key, next) => onChange({ ...tool, config: withValue(config, key, next) })}
          />
          <ConfigForm
            schema={toolEntryFields}
            values={tool}
            path={path}
            disabled={disabled}
            onChange={(key, next) => onChange(withValue(tool, key, next))}
          />
        </div>
      ) : null}
    </fieldset>
  );
}

function withValue(values: Record<string, Json>, key: string, next: Json | undefined): Record<string, Json> {
  const { [key]: _, ...rest } = values;
  return next === undefined ? rest : { ...rest, [key]: next };
}
