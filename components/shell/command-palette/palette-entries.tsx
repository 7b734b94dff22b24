"use client";

import { Command } from "cmdk";
import { BookOpen, Search, Workflow } from "lucide-react";
import { useState } from "react";
import { useEndpoint } from "@/components/data/use-endpoint";
import { useMe } from "@/components/data/use-me";
import { typesPath } from "@/components/node-types/type-path";
import { settingsSections } from "@/components/settings/settings-sections";
import { matches } from "@/components/ui/matches";
import { listAgents } from "@/lib/api/contract/agents";
import { navItems } from "../nav-items";
import { paletteCommand, useCommandSource } from "./command-source";
import { Entry, Group } from "./palette-entry";
import { RunEntries } from "./run-entries";

interface PaletteEntriesProps {
  go: (href: string) => void;
  run: (then: () => void) => void;
}

/** Everything one can go to or do from here, searched by name. */
export function PaletteEntries({ go, run }: PaletteEntriesProps) {
  const { can } = useMe();
  const [search, setSearch] = useState("");
  const { data: agents } = useEndpoint(listAgents, {});
  const offered = useCommandSource()?.() ?? [];
  const here = offered.filter(({ id, enabled }) => enabled && id !== paletteCommand);
  const groups = [...Map.groupBy(here, ({ group }) => group)];
  return (
    <Command
      label="Go to or do"
      filter={(_, search, keywords) => (matches(search, ...(keywords ?? [])) ? 1 : 0)}
      className="flex min-h-0 flex-col border-t"
    >
      <div className="flex h-10 shrink-0 items-center gap-2 border-b px-5 pointer-coarse:h-12">
        <Search aria-hidden className="size-4 text-muted-foreground" />
        <Command.Input
          autoFocus
          value={search}
          onValueChange={setSearch}
          placeholder="Search agents, runs, screens and commands"
          className="h-full min-w-0 flex-1 bg-transparent text-sm outline-none"
        />
      </div>
      <Command.List className="max-h-[min(24rem,60dvh)] min-h-0 overflow-y-auto p-2">
        <Command.Empty className="px-3 py-6 text-center text-muted-foreground text-sm">
          Nothing of that name.
        </Command.Empty>
        {groups.map(([group, commands]) => (
          <Group key={group} title={group}>
            {commands.map(({ id, label, icon, keys, run: act }) => (
              <Entry
                key={id}
                id={`do ${id}`}
                label={label}
                icon={icon}
                keys={keys}
                onSelect={() => run(act)}
              />
            ))}
          </Group>
        ))}
        <Group title="Agents">
          {agents?.items.map(({ id, name }) => (
            <Entry key={id} id={id} label={name} icon={Workflow} onSelect={() => go(`/agents/${id}`)} />
          ))}
        </Group>
        <RunEntries search={search.trim()} go={go} />
        <Group title="Go to">
          {navItems
            .filter(({ needs }) => can(needs))
            .map(({ href, label, icon }) => (
              <Entry key={href} id={href} label={label} icon={icon} onSelect={() => go(href)} />
            ))}
          <Entry
            id={typesPath}
            label="Node types"
            words={["documentation", "help"]}
            icon={BookOpen}
            onSelect={() => go(typesPath)}
          />
        </Group>
        <Group title="Settings">
          {settingsSections
            .filter(({ needs }) => !needs || can(needs))
            .map(({ href, label, icon }) => (
              <Entry key={href} id={href} label={label} icon={icon} onSelect={() => go(href)} />
            ))}
        </Group>
      </Command.List>
    </Command>
  );
}
