"use client";

import { Braces } from "lucide-react";
import { useRef, useState } from "react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import type { CompletionScope } from "@/workflows/expressions/complete/completion";
import { failureName } from "@/workflows/expressions/failure";
import { typeWord } from "@/workflows/expressions/types/value-type";
import type { ChannelAt } from "@/workflows/graph/analysis/channels-at";

interface InsertChannelProps {
  noun: "channel" | "argument";
  scopeOf: () => CompletionScope;
  /** Runs once the menu is gone, so that the field can take the focus. */
  onInsert: (name: string) => void;
}

const none = { channel: "This agent has no channels yet", argument: "This tool has no arguments yet" };

/** The channels as a menu, for those who neither drag nor know a name. */
export function InsertChannel({ noun, scopeOf, onInsert }: InsertChannelProps) {
  const [scope, setScope] = useState<CompletionScope | null>(null);
  const chosen = useRef<string | null>(null);
  const taken = scope?.channels.some(({ name }) => name === failureName);
  const item = ({ name, writers }: ChannelAt) => (
    <DropdownMenuItem
      key={name}
      shortcut={typeWord(scope?.shapes[name] ?? { kind: "any" })}
      onSelect={() => {
        chosen.current = name;
      }}
    >
      <span className="grid min-w-0">
        <span className="truncate font-mono text-xs">{name}</span>
        {writers.length > 0 ? (
          <span className="truncate text-2xs text-muted-foreground">{`from ${writers.slice(0, 2).join(", ")}${writers.length > 2 ? " …" : ""}`}</span>
        ) : null}
      </span>
    </DropdownMenuItem>
  );
  const filled = scope?.channels.filter((channel) => channel.filled) ?? [];
  const empty = scope?.channels.filter((channel) => !channel.filled) ?? [];
  return (
    <DropdownMenu onOpenChange={(open) => setScope(open ? scopeOf() : null)}>
      <DropdownMenuTrigger>
        <IconButton icon={Braces} label={`Insert ${noun}`} className="absolute top-0.5 right-0.5" />
      </DropdownMenuTrigger>
      <DropdownMenuContent
        align="end"
        className="max-h-72 max-w-80 overflow-y-auto"
        onCloseAutoFocus={(event) => {
          const name = chosen.current;
          chosen.current = null;
          if (name === null) return;
          event.preventDefault();
          onInsert(name);
        }}
      >
        <DropdownMenuLabel>
          {scope && scope.channels.length > 0 ? "Insert the value of" : none[noun]}
        </DropdownMenuLabel>
        {filled.map(item)}
        {scope?.failure && !taken ? (
          <DropdownMenuItem
            shortcut="after an error"
            onSelect={() => {
              chosen.current = `${failureName}.message`;
            }}
          >
            <span className="font-mono text-xs">{failureName}</span>
          </DropdownMenuItem>
        ) : null}
        {empty.length > 0 ? (
          <DropdownMenuLabel>Empty here: no node before writes them</DropdownMenuLabel>
        ) : null}
        {empty.map(item)}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
