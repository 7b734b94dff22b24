"use client";

import { cn } from "../cn";
import { CopyButton } from "../copy-button";
import { JsonNode } from "./json-node";

interface JsonTreeProps {
  value: unknown;
  /** Names the tree for screen readers and its copy button: output. */
  label: string;
  /** How many levels stand open at first. */
  openDepth?: number;
  className?: string;
}

/** JSON to read: objects and arrays fold, any part can be copied, children are made only when open. */
export function JsonTree({ value, label, openDepth = 1, className }: JsonTreeProps) {
  return (
    <figure
      aria-label={label}
      className={cn("relative min-w-0 rounded-md border bg-muted font-mono text-xs", className)}
    >
      <div className="max-h-96 overflow-auto py-1.5 pr-10 pl-1">
        <JsonNode value={value} depth={0} openDepth={openDepth} />
      </div>
      <CopyButton
        value={() => JSON.stringify(value, null, 2) ?? "null"}
        label={`Copy ${label}`}
        className="absolute top-1 right-1 bg-muted"
      />
    </figure>
  );
}
