"use client";

import { ChevronRight, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { nodeIcon } from "@/components/canvas/nodes/node-icons";
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
import { ConfigForm } from "../config-form";
import { useFormScope } from "../form-scope";
import { asList, asRecord, asText, type ControlProps } from "./control-props";

const definitions: Readonly<Record<string, ToolDefinition>> = toolDefinitions;

/** The tools a model may use, each with its own settings. */
export function ToolsControl({ path, value, onChange, disabled }: ControlProps) {
  const tools = asList(value).map(asRecord);
  const replace = (index: number, config: Record<string, Json>) =>
    onChange(tools.map((tool, at) => (at === index ? { ...tool, config } : tool)));
  const add = ({ type, initial }: ToolDefinition) =>
    onChange([...tools, { type, attempts: 1, config: initial }]);
  return (
    <div className="grid gap-2">
      {tools.map((tool, index) => (
        <Tool
          // biome-ignore lint/suspicious/noArrayIndexKey: tools have no identity beyond their place
          key={index}
          definition={definitions[asText(tool.type)]}
          config={asRecord(tool.config)}
          path={`${path}.${index}.config`}
          disabled={disabled}
          onChange={(config) => replace(index, config)}
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
  config: Record<string, Json>;
  path: string;
  disabled: boolean;
  onChange: (config: Record<string, Json>) => void;
  onRemove: () => void;
}

function Tool({ definition, config, path, disabled, onChange, onRemove }: ToolProps) {
  const { issues } = useFormScope();
  const broken = issues.some((issue) => issue.path.field?.startsWith(path));
  const [open, setOpen] = useState(broken);
  if (!definition) return null;
  const name = asText(config.name) || asText(config.slug);
  const foldable = Object.keys(definition.initial).length > 0;
  return (
    <fieldset aria-label={definition.title} className="rounded-md border bg-canvas">
      <div className="flex items-center gap-2 p-1.5">
        <button
          type="button"
          aria-expanded={foldable ? open : undefined}
          disabled={!foldable}
          onClick={() => setOpen(!open)}
          className="flex min-h-7 min-w-0 flex-1 items-center gap-2 text-left disabled:cursor-default pointer-coarse:min-h-11"
        >
          <TintedIcon icon={nodeIcon(definition.icon)} tint="tools" className="size-6 [&_svg]:size-3.5" />
          <span className="min-w-0 flex-1 truncate text-sm">
            {definition.title}
            {name ? <span className="ml-1.5 font-mono text-muted-foreground text-xs">{name}</span> : null}
          </span>
          {broken ? <span className="text-failed-ink text-xs">incomplete</span> : null}
          {foldable ? (
            <ChevronRight
              aria-hidden
              className={cn("size-4 text-muted-foreground transition-transform", open && "rotate-90")}
            />
          ) : null}
        </button>
        <IconButton
          icon={Trash2}
          label={`Remove ${definition.title}`}
          disabled={disabled}
          onClick={onRemove}
        />
      </div>
      {foldable && open ? (
        <div className="border-t p-2.5">
          <ConfigForm
            schema={definition.config}
            values={config}
            path={path}
            disabled={disabled}
            onChange={(key, next) => {
              const { [key]: _, ...rest } = config;
              onChange(next === undefined ? rest : { ...rest, [key]: next });
            }}
          />
        </div>
      ) : null}
    </fieldset>
  );
}
